import type { Db } from "./create-db.ts";

/** How much there is of a content type: all its entries but those in the bin, and those that readers see, by the version they are in. */
export interface ContentCount {
  entries: number;
  published: { schemaVersion: number; count: number }[];
}

export async function countContent(db: Db, type: string): Promise<ContentCount> {
  const entries = await db.entry.count({ where: { type, deletedAt: null } });
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

/**
 * Drafts of a type that hold a value for this field, or, as an option, this value or a block of this kind. Reads all of
 * its drafts: for rare moments.
 */
export async function countDraftsHolding(
  db: Db,
  { type, field, option }: { type: string; field: string; option?: string },
): Promise<number> {
  const named = JSON.stringify({ option: option ?? null });
  // A path takes one value for a list of one: this reaches a select, its lists, and lists of those.
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM entry WHERE type = ${type} AND deleted_at IS NULL AND (
      CASE WHEN ${option === undefined} THEN jsonb_exists(fields, ${field})
      ELSE jsonb_path_exists(
        fields -> ${field}, '$[*][*] ? (@ == $option || @.type == $option)', ${named}::jsonb) END)`;
  return row?.count ?? 0;
}
