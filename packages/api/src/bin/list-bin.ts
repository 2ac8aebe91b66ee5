import { daysInBin } from "@letterpress/db/bin";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { decodeCursor } from "../listing/cursor.ts";
import { type Page, toPage } from "../listing/page.ts";
import { type BinnedEntry, visibleInBin } from "./binned-entry.ts";

export interface BinQuery {
  type?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of the bin, what was deleted last first. */
export async function listBin(
  { db, model }: Deps,
  actor: Actor,
  query: BinQuery,
): Promise<Page<BinnedEntry>> {
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const rows = await db.entry.findMany({
    where: {
      AND: [
        visibleInBin(model, actor),
        query.type === undefined ? {} : { type: query.type },
        after ? { OR: [{ deletedAt: { lt: after.at } }, { deletedAt: after.at, id: { lt: after.id } }] } : {},
      ],
    },
    select: {
      id: true,
      type: true,
      title: true,
      slug: true,
      version: true,
      deletedAt: true,
      deletedById: true,
    },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const binned = rows.flatMap(({ deletedAt, ...row }) => (deletedAt === null ? [] : [{ ...row, deletedAt }]));
  const names = await namesOf(db, binned);
  return toPage(binned, query.limit, {
    placeOf: (row) => ({ at: row.deletedAt, id: row.id }),
    toItem: ({ deletedById, ...row }) => {
      const name = names.get(deletedById);
      const deletedBy = deletedById === null || name === undefined ? null : { id: deletedById, name };
      return { ...row, deletedBy, purgeAt: purgeTime(row.deletedAt) };
    },
  });
}

async function namesOf(
  db: Deps["db"],
  rows: { deletedById: string | null }[],
): Promise<Map<string | null, string>> {
  const ids = new Set(rows.flatMap(({ deletedById }) => (deletedById === null ? [] : [deletedById])));
  if (ids.size === 0) return new Map();
  const users = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function purgeTime(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + daysInBin * 86_400_000);
}
