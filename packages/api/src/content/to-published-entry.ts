import type { PublishedRow } from "@letterpress/db/published/published-row";
import type { ContentModel } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { requireType } from "../model/require-type.ts";

/** What readers get of a stored snapshot, which may be older than fields that its type has by now. */
export function toPublishedEntry(model: ContentModel, row: PublishedRow): Record<string, unknown> {
  const type = requireType(model, row.type);
  const fields = { ...(row.fields as Record<string, unknown>) };
  for (const [name, field] of Object.entries(type.fields))
    if (field.presence !== "optional" && fields[name] === undefined) fields[name] = field.whenMissing;
  return {
    ...fields,
    id: row.entryId,
    type: row.type,
    slug: row.slug,
    path: entryPath(type, row.slug),
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
  };
}
