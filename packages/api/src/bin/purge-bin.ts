import { deleteExpired } from "@letterpress/db/bin";
import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Deps } from "../deps.ts";
import { eventEntry } from "../entries/event-entry.ts";

const batchSize = 50;

/**
 * Deletes entries for good, with their revisions and comments, that have been in the bin for 30 days by the clock of the
 * database: one small batch. Gives how many, 0 when there are no more. Any number of nodes may do it at once.
 */
export async function purgeBin(deps: Deps): Promise<number> {
  return withTx(deps.db, async (tx) => {
    const entries = await deleteExpired(tx, batchSize);
    for (const entry of entries)
      emit(tx, { kind: "system", name: "bin" }, { name: "entry.purged", ...eventEntry(entry) });
    return entries.length;
  });
}
