import { type FacetFilter, listPublished } from "@letterpress/db/published/list-published";
import type { ContentType } from "@letterpress/model/content-type";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { decodeCursor } from "../listing/cursor.ts";
import { toPage } from "../listing/page.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { toPublishedEntry } from "./to-published-entry.ts";

export interface PublishedListInput {
  type: string;
  where?: Record<string, string | boolean | undefined> | undefined;
  ids?: string[] | undefined;
  orderBy?: "-publishedAt" | "publishedAt" | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of published entries. One statement, whatever the filters. */
export async function listPublishedEntries(deps: Deps, input: PublishedListInput) {
  const type = requireType(deps.model, input.type);
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  const rows = await listPublished(deps.db, {
    type: type.name,
    locale: mainLocale,
    where: facetFilters(type, input.where ?? {}),
    ...(input.ids ? { ids: input.ids } : {}),
    oldestFirst: input.orderBy === "publishedAt",
    ...(after ? { after: { publishedAt: after.at, entryId: after.id } } : {}),
    limit: input.limit + 1,
  });
  return toPage(rows, input.limit, {
    placeOf: (row) => ({ at: row.publishedAt, id: row.entryId }),
    toItem: (row) => toPublishedEntry(deps.model, row),
  });
}

function facetFilters(type: ContentType, where: Record<string, string | boolean | undefined>): FacetFilter[] {
  return Object.entries(where).flatMap(([field, value]) => {
    if (value === undefined) return [];
    const targetType = type.fields[field]?.settings.to;
    const isSlug = targetType !== undefined && !z.uuid().safeParse(value).success;
    return [isSlug ? { field, targetType, targetSlug: String(value) } : { field, value: String(value) }];
  });
}
