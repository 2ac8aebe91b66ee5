import type { Tx } from "./with-tx.ts";

/** As {@link lockInTx}, beside others that share it: only who locks the name alone waits, and is waited for. */
export async function shareLockInTx(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`;
}

/** Waits until no other transaction holds the lock of this name, and holds it until the transaction ends. */
export async function lockInTx(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
