import type { DbOrTx } from "./create-db.ts";
import type { Tx } from "./with-tx.ts";

/** What is held while the files of assets must stay: a name for PostgreSQL's advisory locks. */
export const filesHold = "files of assets";

/**
 * Keeps the files of assets from being removed until the transaction ends: for an export, whose snapshot may name what
 * is deleted meanwhile. Waits for removals at work, and for another export or backup.
 */
export async function holdFiles(tx: DbOrTx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${filesHold}, 0))`;
}

/** Whether files may be removed now, which stays so until the transaction ends. Never waits. */
export async function mayRemoveFiles(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${filesHold}, 0)) AS may`;
  return row?.may ?? false;
}
