import type { Deps } from "../deps.ts";
import { decodeCursor } from "../listing/cursor.ts";
import { type Page, toPage } from "../listing/page.ts";
import { type ReleaseSummary, releaseSummarySelect, toReleaseSummary } from "./release.ts";

/** `open`: not published yet. */
export type ReleaseState = "open" | "published";

interface ReleaseQuery {
  state?: ReleaseState | undefined;
  /** Only those that change this entry. */
  entryId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of releases, newest first. */
export async function listReleases(
  { db }: Deps,
  { state, entryId, cursor, limit }: ReleaseQuery,
): Promise<Page<ReleaseSummary>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await db.release.findMany({
    where: {
      ...(state === undefined ? {} : { publishedAt: state === "open" ? null : { not: null } }),
      ...(entryId === undefined ? {} : { items: { some: { entryId } } }),
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    select: releaseSummarySelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return toPage(rows, limit, {
    placeOf: (row) => ({ at: row.createdAt, id: row.id }),
    toItem: toReleaseSummary,
  });
}
