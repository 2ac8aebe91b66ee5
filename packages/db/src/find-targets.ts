import type { DbOrTx } from "./create-db.ts";
import type { Targets } from "./lock-rows.ts";

/** Tells which of these exist, as `keepTargets` does, but keeps nobody from changing them. */
export async function findTargets(
  db: DbOrTx,
  ids: { entries: string[]; assets: string[] },
): Promise<Targets> {
  const entries = await db.entry.findMany({
    where: { id: { in: ids.entries }, deletedAt: null },
    select: { id: true, type: true },
  });
  const assets = await db.asset.findMany({ where: { id: { in: ids.assets } }, select: { id: true } });
  return {
    entries: new Map(entries.map(({ id, type }) => [id, type])),
    assets: new Set(assets.map(({ id }) => id)),
  };
}
