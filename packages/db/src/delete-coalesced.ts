import { isKept } from "./kept-revision.ts";
import type { Tx } from "./with-tx.ts";

const batchSize = 500;

/**
 * Deletes revisions that a later one has stood for since an hour ago, by the clock of the database; `batchSize` at most.
 * What others are at work on is left for the next time. Gives how many these were.
 */
export async function deleteCoalesced(tx: Tx): Promise<number> {
  // The entries too: nobody can begin to point at one of their revisions until it is gone.
  const found = await tx.$queryRaw<{ entryId: string; version: number }[]>`
    SELECT r.entry_id AS "entryId", r.version FROM revision r JOIN entry e ON e.id = r.entry_id
    WHERE r.coalesced AND r.created_at < now() - interval '1 hour' AND NOT ${isKept}
    ORDER BY r.created_at LIMIT ${batchSize} FOR UPDATE OF r, e SKIP LOCKED`;
  if (found.length === 0) return 0;
  // A statement of its own: it sees what was committed before the rows were locked.
  return tx.$executeRaw`
    DELETE FROM revision r USING entry e, jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      AS f("entryId" uuid, version int)
    WHERE r.entry_id = f."entryId" AND r.version = f.version AND e.id = r.entry_id AND NOT ${isKept}`;
}
