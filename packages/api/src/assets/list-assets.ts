import { literally } from "@letterpress/db/literally";
import { decodeCursor, encodeCursor } from "../content/cursor.ts";
import type { Deps } from "../deps.ts";
import { type Asset, toAsset } from "./asset.ts";

export interface AssetQuery {
  /** Part of the file name or the description. */
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of assets, newest first. */
export async function listAssets(
  { db }: Deps,
  query: AssetQuery,
): Promise<{ items: Asset[]; nextCursor: string | null }> {
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const search = query.search
    ? { contains: literally(query.search), mode: "insensitive" as const }
    : undefined;
  const rows = await db.asset.findMany({
    where: {
      AND: [
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {},
        search ? { OR: [{ filename: search }, { alt: search }] } : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(toAsset),
    nextCursor: rows.length > query.limit && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}
