import type { Tx } from "./with-tx.ts";

/** Waits for whoever changes or publishes the release; nobody can start to until the transaction ends. */
export async function lockRelease(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM release WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}
