import { type FacetFilter, listPublished } from "@letterpress/db/published/list-published";
import type { ContentType } from "@letterpress/model/content-type";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { mainLocale } from "../entries/main-locale.ts";
import { requireType } from "../entries/require-type.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
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
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toPublishedEntry(deps.model, row)),
    nextCursor:
      rows.length > input.limit && last ? encodeCursor({ at: last.publishedAt, id: last.entryId }) : null,
  };
}

function facetFilters(type: ContentType, where: Record<string, string | boolean | undefined>): FacetFilter[] {
  return Object.entries(where).flatMap(([field, value]) => {
    if (value === undefined) return [];
    const targetType = type.fields[field]?.settings.to;
    const isSlug = targetType !== undefined && !z.uuid().safeParse(value).success;
    return [isSlug ? { field, targetType, targetSlug: String(value) } : { field, value: String(value) }];
  });
}
