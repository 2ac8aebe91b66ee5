import type { RawRecord } from "./collect-records.ts";
import type { ItemRecord, ItemTerm } from "./export-record.ts";

/** An item as the export writes it, with its dates, numbers and terms understood. */
export function toItemRecord(raw: RawRecord): ItemRecord {
  const text = (name: string) => raw.texts.get(name) ?? "";
  return {
    kind: "item",
    line: raw.line,
    postId: text("wp:post_id"),
    postType: text("wp:post_type"),
    title: text("title"),
    slug: text("wp:post_name"),
    link: text("link"),
    status: text("wp:status"),
    // The last one is in the site's own time zone, which no export names: better some hours off than no date.
    date: utcDate(text("wp:post_date_gmt")) ?? feedDate(text("pubDate")) ?? utcDate(text("wp:post_date")),
    modified: utcDate(text("wp:post_modified_gmt")) ?? utcDate(text("wp:post_modified")),
    creator: text("dc:creator"),
    excerpt: text("excerpt:encoded"),
    content: text("content:encoded"),
    parentId: text("wp:post_parent"),
    menuOrder: Number.parseInt(text("wp:menu_order"), 10) || 0,
    password: text("wp:post_password"),
    terms: termsOf(raw),
    attachmentUrl: text("wp:attachment_url"),
    thumbnailId: raw.meta.get("_thumbnail_id"),
    imageAlt: raw.meta.get("_wp_attachment_image_alt"),
    commentCount: raw.commentCount,
  };
}

/** "2013-01-05 17:12:43". WordPress writes "0000-00-00 00:00:00" for a date that is not set. */
function utcDate(text: string): Date | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(text);
  return found ? valid(new Date(`${found[1]}T${found[2]}Z`)) : undefined;
}

/** "Sat, 05 Jan 2013 17:12:43 +0000". For a date that is not set it says "Wed, 30 Nov -0001 00:00:00 +0000". */
function feedDate(text: string): Date | undefined {
  return /^\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/.test(text)
    ? valid(new Date(text))
    : undefined;
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** WXR 1.0 writes each term twice, once without its slug, and calls the taxonomy of tags "tag". */
function termsOf(raw: RawRecord): ItemTerm[] {
  return raw.terms
    .filter(({ domain, nicename }) => domain && nicename)
    .map(({ domain, nicename, name }) => ({
      taxonomy: domain === "tag" ? "post_tag" : domain,
      slug: nicename,
      name,
    }));
}
