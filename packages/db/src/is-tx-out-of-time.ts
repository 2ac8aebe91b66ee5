import { SnapshotOver } from "./pooled-reads.ts";

/** Whether a transaction found no connection in time, or took longer than it may: nothing of it is written. */
export function isTxOutOfTime(error: unknown): boolean {
  // Prisma's code for both.
  return (
    error instanceof SnapshotOver || (error instanceof Error && "code" in error && error.code === "P2028")
  );
}
