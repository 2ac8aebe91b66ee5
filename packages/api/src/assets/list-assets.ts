import type { Prisma } from "@letterpress/db/generated/client";
import { literally } from "@letterpress/db/literally";
import type { Deps } from "../deps.ts";
import { decodeCursor } from "../listing/cursor.ts";
import { type Page, toPage } from "../listing/page.ts";
import { type Asset, toAsset } from "./asset.ts";

export interface AssetQuery {
  /** Part of the file name or the description. */
  search?: string | undefined;
  kind?: Asset["kind"] | undefined;
  /** Media types, or patterns such as `audio/*`, of which an asset must have one. */
  accept?: string[] | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of assets, newest first. */
export async function listAssets({ db }: Deps, query: AssetQuery): Promise<Page<Asset>> {
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const search = query.search
    ? { contains: literally(query.search), mode: "insensitive" as const }
    : undefined;
  const rows = await db.asset.findMany({
    where: {
      ...(query.kind ? { kind: query.kind } : {}),
      AND: [
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {},
        search ? { OR: [{ filename: search }, { alt: search }] } : {},
        query.accept ? { OR: query.accept.map(ofType) } : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  return toPage(rows, query.limit, {
    placeOf: (row) => ({ at: row.createdAt, id: row.id }),
    toItem: toAsset,
  });
}

/** As `isAccepted` judges one asset. */
function ofType(pattern: string): Prisma.AssetWhereInput {
  if (pattern === "*/*") return {};
  if (!pattern.endsWith("/*")) return { mimeType: pattern };
  return { mimeType: { startsWith: literally(pattern.slice(0, -1)) } };
}
