import type { Reads } from "./reads.ts";

/**
 * Runs reads that belong together so that all of them see one moment: what is committed in between shows in none of
 * them. Inside of a snapshot it goes on in that one, and needs no second connection. Nothing can be written in it. The
 * moment is that of the first statement; a connection is held from then on.
 *
 * Its reads throw when no connection is free in time, and when it has taken longer than 30 seconds (`isTxOutOfTime`).
 */
export function inSnapshot<T>(reads: Reads, fn: (reads: Reads) => Promise<T>): Promise<T> {
  return reads.inSnapshot(fn);
}
