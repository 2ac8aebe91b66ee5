import type { PublishedRow } from "@letterpress/db/published/published-row";
import type { ContentModel } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { requireType } from "../entries/require-type.ts";

export function toPublishedEntry(model: ContentModel, row: PublishedRow): Record<string, unknown> {
  return {
    ...(row.fields as Record<string, unknown>),
    id: row.entryId,
    type: row.type,
    slug: row.slug,
    path: entryPath(requireType(model, row.type), row.slug),
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
  };
}
