import type { DbOrTx } from "./create-db.ts";
import type { Reads } from "./reads.ts";

/** Reads in a transaction of Prisma's: they see what it has written, and what else it sees. */
export function readsIn(tx: DbOrTx): Reads {
  const reads: Reads = {
    query: (statement) => tx.$queryRaw(statement),
    inSnapshot: (fn) => fn(reads),
  };
  return reads;
}
