import type { Db } from "./create-db.ts";

/** How much there is of a content type: all its entries, and those that readers see, by the version they are in. */
export interface ContentCount {
  entries: number;
  published: { schemaVersion: number; count: number }[];
}

export async function countContent(db: Db, type: string): Promise<ContentCount> {
  const entries = await db.entry.count({ where: { type } });
  const published = await db.publishedEntry.groupBy({
    by: ["schemaVersion"],
    where: { type },
    _count: true,
    orderBy: { schemaVersion: "asc" },
  });
  return {
    entries,
    published: published.map(({ schemaVersion, _count: count }) => ({ schemaVersion, count })),
  };
}

/** Drafts of a type that hold a value for this field, or this value. Reads all of its drafts: for rare moments. */
export async function countDraftsHolding(
  db: Db,
  { type, field, option }: { type: string; field: string; option?: string },
): Promise<number> {
  const held = option === undefined ? null : JSON.stringify({ [field]: option });
  const amongHeld = option === undefined ? null : JSON.stringify({ [field]: [option] });
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM entry WHERE type = ${type} AND (
      CASE WHEN ${held}::jsonb IS NULL THEN jsonb_exists(fields, ${field})
      ELSE fields @> ${held}::jsonb OR fields @> ${amongHeld}::jsonb END)`;
  return row?.count ?? 0;
}
