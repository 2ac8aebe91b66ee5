import type { Db } from "./create-db.ts";
import { withTx } from "./with-tx.ts";

interface FacetRefresh {
  type: string;
  field: string;
  /** The facets of an entry without a value for the field. */
  values: string[];
  /**
   * Entries of an older schema version lose the facets that they have, too, as those mean something else by now. Others
   * get facets only where they were published without the field.
   */
  staleBelow: number;
}

/** Entries per transaction: some seconds at most, in which a publish of one of them waits. */
const batchSize = 2_000;

/**
 * Gives the published entries of a type the facets of fields that have changed since they were published. Safe beside
 * publishing; running it again changes nothing. Rejects with the signal's reason, between batches, when that is aborted.
 */
export async function refreshFacets(db: Db, refresh: FacetRefresh, signal: AbortSignal): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    signal.throwIfAborted();
    const ids = await refreshBatch(db, refresh, after);
    after = ids.at(-1) ?? after;
    if (ids.length < batchSize) return;
  }
}

function refreshBatch(db: Db, refresh: FacetRefresh, after: string): Promise<string[]> {
  const { type, field, values, staleBelow } = refresh;
  return withTx(db, async (tx) => {
    // Publishing writes the published entry first and its facets then: who has locked the one is alone with the others.
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT entry_id AS id FROM published_entry WHERE type = ${type} AND entry_id > ${after}::uuid
      ORDER BY entry_id LIMIT ${batchSize} FOR SHARE`;
    const ids = rows.map((row) => row.id);
    await tx.$executeRaw`
      DELETE FROM facet f USING published_entry p
      WHERE f.entry_id = ANY(${ids}::uuid[]) AND f.field = ${field}
        AND p.entry_id = f.entry_id
        AND (p.schema_version < ${staleBelow} OR NOT jsonb_exists(p.fields, ${field}))`;
    await tx.$executeRaw`
      INSERT INTO facet (entry_id, type, locale, field, value, published_at)
      SELECT p.entry_id, p.type, p.locale, ${field}, v.value, p.published_at
      FROM published_entry p CROSS JOIN unnest(${values}::text[]) AS v (value)
      WHERE p.entry_id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT 1 FROM facet f WHERE f.entry_id = p.entry_id AND f.field = ${field})`;
    return ids;
  });
}
