import type { Db, DbOrTx } from "./create-db.ts";

/** Milliseconds that it may last. */
const longest = 30_000;

/**
 * Runs reads of any table that all see one moment; what readers see is read in `inSnapshot`, which costs less. Nothing
 * can be written in it. Throws when no connection is free within 5 seconds, and when it takes longer than 30.
 */
export async function inReadTx<T>(db: Db, fn: (reads: DbOrTx) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
      return fn(tx);
    },
    { maxWait: 5_000, timeout: longest },
  );
}
