import type { Db, DbOrTx } from "./create-db.ts";

/** Milliseconds: longer than writing all files of a publication takes. */
const longest = 7 * 24 * 60 * 60 * 1000;

/**
 * Runs reads that all see one moment, for as long as they take: for a command, which has its connections to itself. The
 * moment is that of the first statement. Throws when no connection is free within 5 seconds.
 */
export async function inLongSnapshot<T>(db: Db, fn: (reads: DbOrTx) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
      // Between two statements there may be the writing of many files.
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
      return fn(tx);
    },
    { maxWait: 5_000, timeout: longest },
  );
}
