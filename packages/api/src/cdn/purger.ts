import type { Db } from "@letterpress/db/create-db";
import { leavePurgeLock, takePurgeLock } from "@letterpress/db/purge-lock";
import type { Signals } from "@letterpress/db/signals";
import { eventChannel } from "@letterpress/db/write-events";
import { createBell } from "../events/bell.ts";
import type { EventFeed } from "../events/event-feed.ts";
import { followWithPurges } from "./follow-with-purges.ts";
import type { PurgePort } from "./purge-port.ts";

/** In milliseconds. */
export interface PurgeTiming {
  /** From an event to its second purge. */
  again: number;
  /** Before a purge that failed is tried again; doubled each time. */
  firstPause: number;
  longestPause: number;
}

/**
 * A node may answer with what an event has changed until its lease is over (see invalidation.ts), and an answer that
 * was begun before it may wait for a connection, for statements and on the way: all that within 15 seconds.
 */
const usualTiming: PurgeTiming = { again: 15_000, firstPause: 1_000, longestPause: 60_000 };

/** How often a process looks whether it is to be the one that purges, in milliseconds. */
const lookEvery = 1_000;

export interface PurgerOptions {
  db: Db;
  signals: Signals;
  events: EventFeed;
  port: PurgePort;
  /** Names how answers are made: what another build has made is purged. */
  build: string;
  /** Told that a purge failed, and in how many milliseconds it is tried again. */
  onFailure(error: unknown, pause: number): void;
  /** Told that purges work again. */
  onRecovery(): void;
  timing?: PurgeTiming;
}

/**
 * Keeps a CDN right: tells it of every event what to drop, beside any number of other processes, of which one does it at
 * a time. How far it is stands in the database, so that no crash leaves an event out; one may be told twice. What is
 * given ends it.
 */
export function startPurger(options: PurgerOptions): () => Promise<void> {
  const { signals, timing = usualTiming } = options;
  const closing = new AbortController();
  const wake = createBell();
  let leading = new AbortController();

  // A new connection holds no lock: somebody else may.
  const ignore = signals.listen(eventChannel, (payload) => {
    if (payload !== null) return;
    leading.abort();
    wake.ring();
  });

  async function lead(): Promise<void> {
    if (!(await takePurgeLock(signals.query).catch(() => false))) return;
    const follow = { ...options, timing, signal: leading.signal };
    try {
      await Promise.all([
        followWithPurges({ ...follow, cursor: "purge", delay: 0 }),
        // An answer that was made before an event can reach the CDN after the event's purge, and would stay there.
        followWithPurges({ ...follow, cursor: "purge again", delay: timing.again }),
      ]);
    } catch {
      // It is to end, or the database is gone: then somebody tries again.
    } finally {
      leading.abort();
      await leavePurgeLock(signals.query).catch(() => undefined);
    }
  }

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      leading = new AbortController();
      await lead();
      const timer = setTimeout(wake.ring, lookEvery).unref();
      await wake.wait(closing.signal);
      clearTimeout(timer);
    }
  }

  const running = run();
  return async () => {
    ignore();
    closing.abort();
    leading.abort();
    await running;
  };
}
