import type { DbOrTx } from "./create-db.ts";

/**
 * The entries, those in the bin aside, that would name this entry or asset once what is scheduled and in releases is
 * published, at any depth or inside markdown: `limit` ids at most. Reads only these revisions, which are few.
 */
export async function entriesToCome(db: DbOrTx, namedId: string, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH pinned AS (
      SELECT id AS entry_id, scheduled_version AS version FROM entry WHERE scheduled_for IS NOT NULL
      UNION SELECT i.entry_id, i.version FROM release l JOIN release_item i ON i.release_id = l.id
      WHERE l.published_at IS NULL)
    SELECT DISTINCT e.id FROM pinned JOIN revision r USING (entry_id, version) JOIN entry e ON e.id = r.entry_id
    WHERE e.deleted_at IS NULL AND e.id <> ${namedId}::uuid AND r.fields::text LIKE ${`%${namedId}%`}
    ORDER BY e.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
