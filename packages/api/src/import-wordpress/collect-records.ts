import type { SaxesTagNS } from "saxes";
import type { ExportRecord } from "./export-record.ts";
import { toItemRecord } from "./to-item-record.ts";

type Surroundings = {
  emit(record: ExportRecord): void;
  fail(problem: string): never;
  /** In characters, for one text. */
  maxLength: number;
};

/** What a record's element holds: the texts of its children by name, and for items what has more to it than text. */
export type RawRecord = {
  line: number;
  texts: Map<string, string>;
  terms: { domain: string; nicename: string; name: string }[];
  meta: Map<string, string>;
  commentCount: number;
};

const NOT_AN_EXPORT = "Export the site again in WordPress, under Tools → Export.";
const KEPT_META = new Set(["_thumbnail_id", "_wp_attachment_image_alt"]);
const PREFIXES: [RegExp, string][] = [
  [/^https?:\/\/(?:www\.)?wordpress\.org\/export\/1\.\d+\/$/, "wp:"],
  [/^https?:\/\/(?:www\.)?wordpress\.org\/export\/1\.\d+\/excerpt\/$/, "excerpt:"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, "content:"],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/$/, "dc:"],
  [/^$/, ""],
];
const SITE_TEXTS = new Set(["title", "link", "wp:wxr_version", "wp:base_blog_url"]);

/** Turns the events of an XML parser into export records; everything that no record needs is dropped at once. */
export function collectRecords({ emit, fail, maxLength }: Surroundings) {
  const path: string[] = [];
  const site = newRecord(1);
  let siteSent = false;
  let current: RawRecord | undefined;
  let term: { domain: string; nicename: string } | undefined;
  let metaKey = "";
  let wanted = false;
  let text = "";

  const sendSite = () => {
    if (siteSent) return;
    siteSent = true;
    const wxrVersion = textOf(site, "wp:wxr_version");
    if (!wxrVersion) {
      fail(`This is an RSS feed, but not a WordPress export: it names no WXR version. ${NOT_AN_EXPORT}`);
    }
    if (!/^1\.\d+$/.test(wxrVersion)) {
      fail(`The export has WXR version ${wxrVersion}; Letterpress reads versions 1.0 to 1.2.`);
    }
    emit({
      kind: "site",
      title: textOf(site, "title"),
      link: textOf(site, "link"),
      wxrVersion,
      baseBlogUrl: textOf(site, "wp:base_blog_url"),
    });
  };

  return {
    open(tag: SaxesTagNS, line: number) {
      const name = canonicalName(tag);
      path.push(name);
      if (path.length === 1 && name !== "rss") {
        fail(
          `This is not a WordPress export: it begins with <${tag.name}>, not with <rss>. ${NOT_AN_EXPORT}`,
        );
      }
      if (path.length === 3 && path[1] === "channel" && Object.hasOwn(RECORDS, name)) {
        sendSite();
        current = newRecord(line);
      } else if (path.length === 4 && current && name === "category") {
        term = { domain: attribute(tag, "domain"), nicename: attribute(tag, "nicename") };
      } else if (path.length === 4 && name === "wp:postmeta") {
        metaKey = "";
      } else if (path.length === 4 && current && name === "wp:comment") {
        current.commentCount += 1;
      }
      text = "";
      wanted =
        (path.length === 3 && SITE_TEXTS.has(name)) ||
        (path.length === 4 && current !== undefined) ||
        (path.length === 5 && current !== undefined && isWantedMeta(name));
    },

    text(more: string) {
      if (!wanted) return;
      text += more;
      if (text.length > maxLength) fail("A single value of the file is too long.");
    },

    close() {
      const name = path.at(-1) ?? "";
      const value = text.trim();
      if (path.length === 3 && !current) {
        if (wanted && !siteSent) site.texts.set(name, value);
      } else if (path.length === 3 && current) {
        const record = RECORDS[name as keyof typeof RECORDS](current);
        current = undefined;
        emit(record);
      } else if (path.length === 4 && current && term) {
        current.terms.push({ ...term, name: value });
        term = undefined;
      } else if (path.length === 4 && current && wanted) {
        current.texts.set(name, value);
      } else if (path.length === 5 && current && wanted) {
        if (name === "wp:meta_key") metaKey = value;
        else current.meta.set(metaKey, value);
      } else if (path.length === 2 && path[1] === "channel") {
        sendSite();
      }
      path.pop();
      wanted = false;
    },
  };

  function isWantedMeta(name: string): boolean {
    return name === "wp:meta_key" || (name === "wp:meta_value" && KEPT_META.has(metaKey));
  }
}

const RECORDS = {
  item: toItemRecord,
  "wp:author": (raw: RawRecord): ExportRecord => ({
    kind: "author",
    login: textOf(raw, "wp:author_login"),
    email: textOf(raw, "wp:author_email"),
    displayName: textOf(raw, "wp:author_display_name"),
    firstName: textOf(raw, "wp:author_first_name"),
    lastName: textOf(raw, "wp:author_last_name"),
  }),
  "wp:category": (raw: RawRecord): ExportRecord => ({
    kind: "category",
    slug: textOf(raw, "wp:category_nicename"),
    name: textOf(raw, "wp:cat_name"),
    parentSlug: textOf(raw, "wp:category_parent"),
    description: textOf(raw, "wp:category_description"),
  }),
  "wp:tag": (raw: RawRecord): ExportRecord => ({
    kind: "tag",
    slug: textOf(raw, "wp:tag_slug"),
    name: textOf(raw, "wp:tag_name"),
    description: textOf(raw, "wp:tag_description"),
  }),
  "wp:term": (raw: RawRecord): ExportRecord => ({
    kind: "term",
    taxonomy: textOf(raw, "wp:term_taxonomy"),
    slug: textOf(raw, "wp:term_slug"),
    name: textOf(raw, "wp:term_name"),
    parentSlug: textOf(raw, "wp:term_parent"),
    description: textOf(raw, "wp:term_description"),
  }),
};

function newRecord(line: number): RawRecord {
  return { line, texts: new Map(), terms: [], meta: new Map(), commentCount: 0 };
}

function textOf(raw: RawRecord, name: string): string {
  return raw.texts.get(name) ?? "";
}

/** The prefix is the file's own choice; the namespace is what counts. Unknown namespaces match nothing. */
function canonicalName(tag: SaxesTagNS): string {
  const prefix = PREFIXES.find(([uri]) => uri.test(tag.uri))?.[1];
  return `${prefix ?? "?:"}${tag.local}`;
}

function attribute(tag: SaxesTagNS, name: string): string {
  return tag.attributes[name]?.value ?? "";
}
