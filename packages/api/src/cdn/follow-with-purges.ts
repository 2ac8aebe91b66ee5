import { setTimeout as sleep } from "node:timers/promises";
import { moveEventCursor, readEventCursor, removeOtherCursors } from "@letterpress/db/event-cursor";
import { readersSee } from "@letterpress/db/events";
import { readFacets } from "@letterpress/db/read-facets";
import type { FeedEvent } from "../events/event-feed.ts";
import { dropKeys, mayJoin } from "../invalidation/drop-keys.ts";
import { allTag, cdnTag } from "./cdn-tags.ts";
import { PurgeRefused } from "./purge-port.ts";
import type { PurgerOptions, PurgeTiming } from "./purger.ts";

interface FollowOptions extends Omit<PurgerOptions, "timing"> {
  timing: PurgeTiming;
  /** What the cursor is of. */
  cursor: string;
  /** Milliseconds from hearing of an event to its purge. */
  delay: number;
  signal: AbortSignal;
}

/** What needs more calls than this is purged by one that drops everything: CDNs limit their number. */
const callsMax = 5;
/** Events that concern no reader move the cursor only every so often. */
const idleEvents = 1_000n;

/**
 * Purges what events make wrong, from the cursor on, until `signal` is aborted. The cursor moves when the CDN has taken
 * it. Throws when the database cannot be read.
 */
export async function followWithPurges(options: FollowOptions): Promise<void> {
  const { db, signals, events, port, build, cursor, delay, signal } = options;
  const name = `${cursor}:${build}`;

  let moved = (await readEventCursor(db, name)) ?? (await begin());
  for await (const batch of events.batchesAfter(moved, signal)) {
    const last = batch.at(-1)?.id ?? moved;
    const visible = batch.filter((event) => readersSee(event.name));
    if (visible.length === 0 && last - moved < idleEvents) continue;
    await sleep(delay, undefined, { signal });
    await insist(options, async () => {
      await purge(await tagsOf(visible));
      await moveEventCursor(db, name, last);
    });
    moved = last;
  }

  // A first start, another build, a restored backup: whatever the CDN has is of another time.
  async function begin(): Promise<bigint> {
    const latest = await events.latestId();
    await sleep(delay, undefined, { signal });
    await insist(options, async () => {
      await purge([allTag]);
      await moveEventCursor(db, name, latest);
      await removeOtherCursors(db, name);
    });
    return latest;
  }

  async function tagsOf(visible: FeedEvent[]): Promise<string[]> {
    const ids = visible.filter(mayJoin).flatMap(({ entryId }) => entryId ?? []);
    const facets = ids.length === 0 ? [] : await readFacets(signals.query, ids);
    const tags = [...dropKeys(visible, facets)].map(cdnTag);
    return tags.length > callsMax * port.tagsAtOnce ? [allTag] : tags;
  }

  async function purge(tags: string[]): Promise<void> {
    for (let start = 0; start < tags.length; start += port.tagsAtOnce)
      await port.purge(tags.slice(start, start + port.tagsAtOnce), signal);
  }
}

/** Does it until it succeeds. Throws when it is ended. */
async function insist(options: FollowOptions, act: () => Promise<void>): Promise<void> {
  const { timing, signal, onFailure, onRecovery } = options;
  for (let failures = 0; ; failures++)
    try {
      await act();
      if (failures > 0) onRecovery();
      return;
    } catch (error) {
      signal.throwIfAborted();
      const usual = Math.min(timing.longestPause, timing.firstPause * 2 ** failures);
      const asked = error instanceof PurgeRefused ? error.retryAfter : undefined;
      const pause = Math.max(usual, asked ?? 0);
      onFailure(error, pause);
      await sleep(pause, undefined, { signal });
    }
}
