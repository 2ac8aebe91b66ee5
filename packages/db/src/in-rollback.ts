import type { Db } from "./create-db.ts";
import { isContended } from "./is-contended.ts";
import { type Tx, withTx } from "./with-tx.ts";

/** Milliseconds that it may hold its locks, whatever `fn` does meanwhile: others wait for them. */
const longest = 3_000;

/** Times that it is tried at most when others write the same at that moment: five seconds of waiting at the worst. */
const attempts = 10;

/**
 * Runs `fn` in a transaction that is never committed, and gives what it gave: to see what would be. What it reads is
 * of one moment, and of what it wrote itself. It gives way to whoever waits for the same locks: PostgreSQL ends a
 * circle of waiting after a second, and this gives up before. `fn` may run again then. Throws after three seconds
 * (`isOutOfTime`, `isTxOutOfTime`).
 */
export async function inRollback<T>(db: Db, fn: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, fn);
    } catch (error) {
      if (!isContended(error) || attempt === attempts) throw error;
    }
  }
}

async function once<T>(db: Db, fn: (tx: Tx) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  try {
    const run = async (tx: Tx) => {
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
      await tx.$executeRaw`SET LOCAL lock_timeout = 500`;
      await tx.$executeRaw`SET LOCAL statement_timeout = 3000`;
      outcome = { value: await fn(tx) };
      throw new Rollback();
    };
    await withTx(db, run, { timeout: longest });
  } catch (error) {
    if (!(error instanceof Rollback) || !outcome) throw error;
  }
  return (outcome as { value: T }).value;
}

class Rollback extends Error {}
