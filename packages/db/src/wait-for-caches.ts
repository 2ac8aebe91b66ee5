import { setTimeout as sleep } from "node:timers/promises";
import { isAwaited, leaseLength } from "./cache-lease.ts";
import type { Db } from "./create-db.ts";

/** Pauses between two looks, in milliseconds: caches need a few to hear of an event, drop what it changed, and say so. */
const pauses = [2, 3, 5, 10, 20];

/**
 * After an event is committed: waits until no process answers with what it has changed. That is when each has said that
 * it has seen the event, or its lease is over: {@link leaseLength} at the longest, also where the database cannot be
 * asked.
 */
export async function waitForCaches(db: Db, eventId: bigint): Promise<void> {
  const end = performance.now() + leaseLength;
  for (let look = 0; performance.now() < end; look++) {
    const asked = isAwaited(db, eventId).catch(() => true);
    // The answer may not come: then the leases are over.
    const mustWait = await Promise.race([asked, sleep(end - performance.now(), true, { ref: false })]);
    if (!mustWait) return;
    await sleep(pauses[look] ?? 50);
  }
}
