import { slugMax } from "@letterpress/model/fields/slug";
import type { Attachment } from "./expand-shortcodes.ts";
import type { ExportRecord, ItemRecord } from "./export-record.ts";
import { plainText } from "./plain-text.ts";
import { planStatus } from "./plan-status.ts";
import { planTitle } from "./plan-title.ts";
import { slugFrom } from "./slug-from.ts";

/** What is to be done about one record of an export. Everything but items comes through as it is. */
export type ImportStep = Exclude<ExportRecord, ItemRecord> | PlannedEntry | PlannedAttachment | LeftOut;

export type PlannedEntry = {
  kind: "entry";
  type: "article" | "page";
  item: ItemRecord;
  title: string;
  /** Valid, and no other entry of the same type in this file has it. */
  slug: string;
  status: "publish" | "draft";
  /** When readers first saw it; undefined for drafts. */
  publishedAt: Date | undefined;
  /** The excerpt that somebody wrote, as plain text; empty for most. */
  excerpt: string;
  /** What is not as it was in WordPress, in sentences. */
  notes: string[];
};

/** Only for what refers to it: covers, galleries, pictures in texts. `parentId` is the item that it was uploaded to. */
export type PlannedAttachment = Attachment & { kind: "attachment"; id: string; parentId: string };

export type LeftOut = { kind: "leftOut"; item: ItemRecord; reason: string };

const TYPES = new Map<string, PlannedEntry["type"]>([
  ["post", "article"],
  ["page", "page"],
]);
const REASONS = new Map([
  ["nav_menu_item", "It is an entry of a menu, not content."],
  ["revision", "It is an old revision of another item."],
  ["wp_block", "It is a reusable block, which is not content by itself."],
]);
const WORDPRESS_OWN = /^(?:wp_|custom_css$|customize_changeset$|oembed_cache$|user_request$)/;

/**
 * Decides what becomes of each record of an export, in the order of the file. The same file gives the same plan, so a
 * caller can go through it more than once.
 */
export async function* planImport(
  records: AsyncIterable<ExportRecord>,
): AsyncGenerator<ImportStep, undefined> {
  const seen = new Set<string>();
  const taken = new Set<string>();
  for await (const record of records) {
    if (record.kind !== "item") {
      yield record;
      continue;
    }
    const reason = reasonToLeaveOut(record, seen);
    if (reason) {
      yield { kind: "leftOut", item: record, reason };
      continue;
    }
    seen.add(record.postId);
    yield record.postType === "attachment" ? planAttachment(record) : planEntry(record, taken);
  }
}

function reasonToLeaveOut(item: ItemRecord, seen: ReadonlySet<string>): string | undefined {
  if (!TYPES.has(item.postType) && item.postType !== "attachment") {
    if (REASONS.has(item.postType)) return REASONS.get(item.postType);
    if (WORDPRESS_OWN.test(item.postType)) return "It belongs to WordPress's own workings.";
    return `It is of the type "${item.postType}", for which there is no content type here.`;
  }
  if (item.status === "trash") return "It was in the trash.";
  if (!item.postId) return "It has no number (wp:post_id) by which another import would know it again.";
  if (seen.has(item.postId)) return `The file has another item with the number ${item.postId} before it.`;
  if (item.postType === "attachment") {
    return item.attachmentUrl ? undefined : "It is an attachment that does not say where its file is.";
  }
  return item.status === "inherit" ? "It is a part of another item." : undefined;
}

function planAttachment(item: ItemRecord): PlannedAttachment {
  return {
    kind: "attachment",
    id: item.postId,
    parentId: item.parentId,
    url: item.attachmentUrl,
    alt: plainText(item.imageAlt ?? ""),
    caption: item.excerpt,
  };
}

function planEntry(item: ItemRecord, taken: Set<string>): PlannedEntry {
  const type = TYPES.get(item.postType) ?? "article";
  const { title, note: titleNote } = planTitle(item);
  const { status, note: statusNote } = planStatus(item);
  const wanted =
    slugFrom(item.slug) || slugFrom(plainText(item.title)) || `${type}-${slugFrom(item.postId) || item.line}`;
  const slug = freeSlug(type, wanted, taken);
  const slugNote = slug === wanted ? undefined : `The slug "${wanted}" was taken; it became "${slug}".`;
  return {
    kind: "entry",
    type,
    item,
    title,
    slug,
    status,
    publishedAt: status === "publish" ? item.date : undefined,
    excerpt: plainText(item.excerpt),
    notes: [statusNote, titleNote, slugNote].filter((note) => note !== undefined),
  };
}

/** WordPress lets pages under different parents have the same name. */
function freeSlug(type: string, wanted: string, taken: Set<string>): string {
  let slug = wanted;
  for (let number = 2; taken.has(`${type}/${slug}`); number += 1) {
    const ending = `-${number}`;
    slug = `${wanted.slice(0, slugMax - ending.length).replace(/-+$|[\uD800-\uDBFF]$/, "")}${ending}`;
  }
  taken.add(`${type}/${slug}`);
  return slug;
}
