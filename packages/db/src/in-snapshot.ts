import type { Db, DbOrTx } from "./create-db.ts";

/** Milliseconds that a snapshot may last: the sitemap of a large publication takes a few thousand. */
const longest = 30_000;

/** Transactions whose reads all see one moment already. */
const snapshots = new WeakSet<DbOrTx>();

/**
 * Runs reads that belong together so that all of them see one moment: what is committed in between shows in none of
 * them. Inside of a snapshot it goes on in that one, and needs no second connection. Nothing can be written in it.
 *
 * Throws when no connection is free within 5 seconds, and when it takes longer than 30.
 */
export async function inSnapshot<T>(reads: DbOrTx, fn: (reads: DbOrTx) => Promise<T>): Promise<T> {
  if (snapshots.has(reads)) return fn(reads);
  return (reads as Db).$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
      return fn(asSnapshot(tx));
    },
    { maxWait: 5_000, timeout: longest },
  );
}

/** Says that reads in a transaction see one moment: it is a snapshot, or alone with what it reads. */
export function asSnapshot<Tx extends DbOrTx>(tx: Tx): Tx {
  snapshots.add(tx);
  return tx;
}
