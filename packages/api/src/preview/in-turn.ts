import { fail } from "../errors.ts";

/** Previews at once in one process: each holds one of the connections that editors work with. */
const atOnce = 3;
const longestQueue = 50;
/** Of one entry: so that nobody who looks at it again and again keeps those of others waiting. */
const longestOfEntry = 20;

/** Entries that a preview of runs. */
const running = new Set<string>();
const waiting: { entryId: string; start: () => void }[] = [];

/**
 * Runs a preview of an entry when it is its turn: one of an entry at a time, as each locks it, and editors wait for
 * that. Throws `TOO_MANY_ATTEMPTS` when too many wait already.
 */
export async function inTurn<T>(entryId: string, run: () => Promise<T>): Promise<T> {
  if (running.size < atOnce && !running.has(entryId)) running.add(entryId);
  else {
    const sameEntry = waiting.filter((other) => other.entryId === entryId);
    if (waiting.length >= longestQueue || sameEntry.length >= longestOfEntry)
      return fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: 1 });
    await new Promise<void>((start) => waiting.push({ entryId, start }));
  }
  try {
    return await run();
  } finally {
    running.delete(entryId);
    // Who ends hands its place on, so that nobody comes in between.
    const place = waiting.findIndex((next) => !running.has(next.entryId));
    for (const next of place === -1 ? [] : waiting.splice(place, 1)) {
      running.add(next.entryId);
      next.start();
    }
  }
}
