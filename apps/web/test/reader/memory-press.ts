import type { Press, PublicationInfo, Reference } from "@letterpress/client";

/** A published entry, as far as a test says. */
export interface TestEntry {
  id: string;
  slug: string;
  path: string | null;
  publishedAt: Date;
  updatedAt: Date;
  [field: string]: unknown;
}

interface Read {
  select?: Record<string, true>;
  include?: Record<string, true | Read>;
}

type Filter = string | boolean | { in: string[] };

interface Where {
  not?: Where;
  [field: string]: Filter | Where | undefined;
}

interface Query extends Read {
  where?: Where;
  orderBy?: "publishedAt" | "-publishedAt";
  cursor?: string | undefined;
  limit?: number;
}

type Entries = Record<string, TestEntry[]>;

type PageType = PublicationInfo["pages"][number];

const text = (name: string) => ({ name, kind: "text" }) as const;
const standard = [
  text("title"),
  text("standfirst"),
  { name: "cover", kind: "image" },
  { name: "body", kind: "markdown" },
] as const;

const pages: PageType[] = [
  {
    type: "article",
    pluralLabel: "Articles",
    path: "/:slug",
    titleField: "title",
    fields: [
      ...standard,
      { name: "author", kind: "reference", to: "person" },
      { name: "tags", kind: "references", to: "tag" },
      { name: "featured", kind: "boolean" },
    ],
  },
  { type: "page", pluralLabel: "Pages", path: "/pages/:slug", titleField: "title", fields: [...standard] },
  {
    type: "person",
    pluralLabel: "People",
    path: "/authors/:slug",
    titleField: "name",
    fields: [
      text("name"),
      text("role"),
      { name: "portrait", kind: "image" },
      { name: "bio", kind: "markdown" },
      { name: "since", kind: "date" },
    ],
  },
  {
    type: "tag",
    pluralLabel: "Tags",
    path: "/tags/:slug",
    titleField: "name",
    fields: [text("name"), text("description")],
  },
  {
    type: "event",
    pluralLabel: "Events",
    path: "/events/:slug",
    titleField: "title",
    fields: [text("title")],
  },
];

/**
 * The public procedures over a few entries in memory: what is not in `entries` is not published. They answer what pages
 * ask for, as exactly as the server does. `without` names a type, or a field
 * as `article.tags`, that the publication does not have.
 */
export function memoryPress(entries: Entries, { without }: { without?: string } = {}): Press {
  const types = ["article", "page", "person", "tag", "event", "venue"].filter((type) => type !== without);
  const content = Object.fromEntries(types.map((type) => [type, procedures(entries, type)]));
  const info: PublicationInfo = {
    name: "The Proof",
    tagline: "A paper for testers.",
    locale: "en-GB",
    pages: pages
      .filter(({ type }) => type !== without)
      .map((page) => ({
        ...page,
        fields: page.fields.filter(({ name }) => `${page.type}.${name}` !== without),
      })),
  };
  const redirects = { get: async () => null };
  return { content, redirects, publication: { get: async () => info } } as unknown as Press;
}

function procedures(entries: Entries, type: string) {
  const own = entries[type] ?? [];
  const oldestFirst = own.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  const newestFirst = own.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  return {
    async get({ slug, ...read }: { slug: string } & Read) {
      const found = own.find((entry) => entry.slug === slug);
      if (found) return answer(entries, found, read);
      throw callError({ code: "NOT_FOUND", errorCode: "ENTRY_MISSING" });
    },
    async list({ where = {}, orderBy = "-publishedAt", cursor, limit = 20, ...read }: Query = {}) {
      const ordered = { publishedAt: oldestFirst, "-publishedAt": newestFirst }[orderBy];
      const matching = ordered.filter((entry) => meets(entry, where));
      const start = cursor === undefined ? 0 : matching.findIndex(({ id }) => id === cursor) + 1;
      if (cursor !== undefined && start === 0)
        throw callError({ code: "BAD_REQUEST", errorCode: "BAD_INPUT" });
      const page = matching.slice(start, start + limit);
      return {
        items: page.map((entry) => answer(entries, entry, read)),
        nextCursor: start + limit < matching.length ? (page.at(-1)?.id ?? null) : null,
      };
    },
  };
}

/** Exactly the chosen fields, and entries where references are: `null` or left out if they are not published. */
function answer(entries: Entries, entry: TestEntry, { select, include = {} }: Read): object {
  const names = Object.keys(entry).filter((name) => !select || select[name]);
  const answered = Object.fromEntries(names.map((name) => [name, entry[name]]));
  for (const [name, read] of Object.entries(include)) {
    const value = entry[name] as Reference<string> | Reference<string>[] | undefined;
    if (value === undefined) continue;
    const found = [value].flat().flatMap(({ type, id }) => {
      const target = entries[type]?.find((one) => one.id === id);
      return target ? [answer(entries, target, read === true ? {} : read)] : [];
    });
    answered[name] = Array.isArray(value) ? found : (found[0] ?? null);
  }
  return answered;
}

function meets(entry: TestEntry, { not, ...fields }: Where): boolean {
  return (
    !(not && meets(entry, not)) &&
    Object.entries(fields).every(([name, filter]) => has(entry[name], filter as Filter))
  );
}

function has(field: unknown, filter: Filter): boolean {
  const wanted: unknown[] = typeof filter === "object" ? filter.in : [filter];
  return [field].flat().some((item) => wanted.includes((item as { id?: string } | undefined)?.id ?? item));
}

/** As the procedures throw when they are called without a network between. */
function callError(properties: { code: string; errorCode: string }): Error {
  return Object.assign(new Error(properties.errorCode), properties);
}
