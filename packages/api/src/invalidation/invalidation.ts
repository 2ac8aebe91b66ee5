import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { endLease, leaseLength, renewLease } from "@letterpress/db/cache-lease";
import type { Db } from "@letterpress/db/create-db";
import { readersSee } from "@letterpress/db/events";
import { readFacets } from "@letterpress/db/read-facets";
import type { Signals } from "@letterpress/db/signals";
import { eventChannel } from "@letterpress/db/write-events";
import type { EventFeed, FeedEvent } from "../events/event-feed.ts";
import { dropKeys, mayJoin } from "./drop-keys.ts";

/** Keeps the cached answers of a process right, beside any number of other processes. */
export interface Invalidation {
  /**
   * Whether the process may answer from its cache at this moment. While it may, nobody is told that what they changed
   * is changed before this process has dropped what it had of it. See decision 23.
   */
  readonly isCurrent: boolean;
  /** The last event after which everything that it makes wrong was dropped; undefined while that is not known. */
  readonly seen: bigint | undefined;
  /** Calls `drop` with what events make wrong, `null` for everything. Once a process. */
  start(drop: (keys: ReadonlySet<string> | null) => void): void;
  close(): Promise<void>;
}

/** How often a lease is extended, in milliseconds. */
const renewEvery = 500;
/** A lease is given up this long before it ends, in milliseconds: clocks do not run alike. */
const margin = 100;
/** Pause before events are followed again after the database could not be read, in milliseconds. */
const pause = 500;

export function createInvalidation(from: { db: Db; signals: Signals; events: EventFeed }): Invalidation {
  const { db, signals, events } = from;
  const nodeId = randomUUID();
  const closing = new AbortController();
  let following = new AbortController();
  let drop: (keys: ReadonlySet<string> | null) => void = () => undefined;
  let seen: bigint | undefined;
  /** When the lease ends, as far as is known. */
  let lease = over;
  /** Until when it was certain that the lease had no gap. */
  let current = over;
  let isExtended = false;
  let renewing: Promise<void> = Promise.resolve();
  let waiting = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** One at a time; whoever asks while one waits for its turn is served by that one. */
  function renew(): Promise<void> {
    if (waiting) return renewing;
    waiting = true;
    renewing = renewing.then(async () => {
      waiting = false;
      await renewNow();
    });
    return renewing;
  }

  async function renewNow(): Promise<void> {
    if (seen === undefined || closing.signal.aborted) return;
    if (!signals.isConnected) return giveUp();
    const next = fromNow(leaseLength - margin);
    const { signal } = following;
    isExtended = await renewLease(signals.query, { nodeId, seen }).catch(() => false);
    // Said of what is not followed any more, perhaps by another database.
    if (!isExtended || signal.aborted) return;
    const hadNoGap = isBefore(lease);
    lease = next;
    if (hadNoGap) current = next;
    // What was committed while there was no lease, nobody waited for: a second look, under the lease, sees it.
    else void renew();
  }

  async function giveUp(): Promise<void> {
    const hadLease = isBefore(lease);
    lease = current = over;
    // It would end by itself: nobody waits for longer.
    if (hadLease)
      await Promise.race([
        endLease(db, nodeId).catch(() => undefined),
        sleep(leaseLength, undefined, { ref: false }),
      ]);
  }

  function forget(): void {
    lease = current = over;
    seen = undefined;
    drop(null);
  }

  /** From the latest event on, with nothing kept of before. */
  async function follow(signal: AbortSignal): Promise<void> {
    forget();
    const from = await events.latestId();
    if (signal.aborted) return;
    seen = from;
    void renew();
    for await (const batch of events.batchesAfter(from, signal)) {
      if (signal.aborted) return;
      const visible = batch.filter(({ name }) => readersSee(name));
      if (visible.length > 0) drop(await keysOf(visible));
      if (signal.aborted) return;
      seen = batch.at(-1)?.id ?? seen;
      if (visible.length > 0 || !isExtended) void renew();
    }
  }

  async function keysOf(visible: FeedEvent[]): Promise<ReadonlySet<string> | null> {
    const ids = visible.filter(mayJoin).flatMap(({ entryId }) => entryId ?? []);
    try {
      return dropKeys(visible, ids.length === 0 ? [] : await readFacets(signals.query, ids));
    } catch {
      return null;
    }
  }

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      following = new AbortController();
      const { signal } = following;
      await follow(AbortSignal.any([signal, closing.signal])).catch(() => undefined);
      // Else the database could not be read.
      if (!signal.aborted) await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  return {
    get isCurrent() {
      return signals.isConnected && isBefore(current);
    },
    get seen() {
      return seen;
    },
    start(listener) {
      drop = listener;
      // Behind a new connection there may be another database, which lacks what this one had last.
      signals.listen(eventChannel, (payload) => {
        if (payload !== null) return;
        following.abort();
        forget();
      });
      running = run();
      timer = setInterval(() => void renew(), renewEvery).unref();
    },
    async close() {
      closing.abort();
      clearInterval(timer);
      await running;
      await renewing;
      await giveUp();
    },
  };
}

/** A moment by two clocks: the one stands still while a machine is suspended, the other may be set. */
interface Moment {
  elapsed: number;
  wall: number;
}

const over: Moment = { elapsed: 0, wall: 0 };

function fromNow(milliseconds: number): Moment {
  return { elapsed: performance.now() + milliseconds, wall: Date.now() + milliseconds };
}

function isBefore({ elapsed, wall }: Moment): boolean {
  return performance.now() < elapsed && Date.now() < wall;
}
