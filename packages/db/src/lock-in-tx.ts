import type { Tx } from "./with-tx.ts";

/** Waits until no other transaction holds the lock of this name, and holds it until the transaction ends. */
export async function lockInTx(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
