import type { Db } from "@letterpress/db/create-db";
import type { EventActor } from "@letterpress/db/events";
import type { Signals } from "@letterpress/db/signals";
import { eventChannel } from "@letterpress/db/write-events";
import { askedTogether } from "./asked-together.ts";
import { createBell } from "./bell.ts";
import { createFanOut, type EventFollower } from "./fan-out.ts";
import type { Following } from "./live-stream.ts";

/** A row of the table of events. */
export interface FeedEvent {
  id: bigint;
  name: string;
  actor: EventActor;
  actorId: string | null;
  ownerId: string | null;
  entryId: string | null;
  assetId: string | null;
  payload: Record<string, unknown>;
  createdAt: Date;
}

/** What happens, on whatever node, as it happens. A process has one, and reads each event once for all who follow. */
export interface EventFeed {
  /**
   * True while this process hears of everything at once and has read all that it was told of. While it is false,
   * events come some seconds late.
   */
  readonly isConnected: boolean;
  /** Of the latest event that there is; 0 where there is none. Throws when the database cannot be read. */
  latestId(): Promise<bigint>;
  /** Whether there has been an event with this id or a later one, as far as this process knows. */
  isPast(id: bigint): boolean;
  /**
   * Every event after this id, each once and in the order of commits, and those to come, until `signal` is aborted; as
   * many at a time as there are. Whoever takes them slowly holds nothing up: they are read again from the table. Throws
   * when the database cannot be read; going on after the last id that was given misses nothing.
   */
  batchesAfter(id: bigint, signal: AbortSignal): AsyncGenerator<FeedEvent[], void>;
  /** The same for many: whoever waits for events costs next to nothing. */
  follow(id: bigint, follower: EventFollower): Following;
}

/** Events that are kept in memory: who is not further behind costs the database nothing. */
const kept = 1_000;
const pageSize = 500;
/** How often the table is looked at, in milliseconds, while nothing is heard of. */
const pollEvery = 2_000;

/** Starts to listen when the first one follows. */
export function createEventFeed({ db, signals }: { db: Db; signals: Signals }): EventFeed {
  const bell = createBell();
  /** Those with `floor < id <= latest`, all of them. */
  const recent: FeedEvent[] = [];
  let floor = 0n;
  let latest = 0n;
  let isCurrent = false;
  let isReading = false;
  let isToldMore = false;
  let starting: Promise<void> | undefined;
  /** After the connection came back: whether the database still has what was read of it. */
  let checking: Promise<void> = Promise.resolve();

  const feed: EventFeed = {
    get isConnected() {
      return isCurrent && signals.isConnected;
    },
    latestId: askedTogether(readLatestId),
    isPast: (id) => id <= latest,
    async *batchesAfter(id, signal) {
      await start();
      await checking;
      let last = id;
      while (!signal.aborted) {
        const from = floor;
        const events = last >= from ? recentAfter(last) : await readPage(db, last);
        if (events.length > 0) {
          last = events.at(-1)?.id ?? last;
          yield events;
        } else if (last < from) last = from;
        else await bell.wait(signal);
      }
    },
    follow: (id, follower) => fanOut.follow(id, follower),
  };
  const fanOut = createFanOut({ start, latest: () => latest, batchesAfter: feed.batchesAfter });

  function start(): Promise<void> {
    starting ??= (async () => {
      floor = latest = await feed.latestId();
      signals.listen(eventChannel, (payload) => {
        if (payload === null) {
          isCurrent = false;
          checking = forgetWhatIsLost().catch(() => undefined);
        }
        void read();
      });
      setInterval(() => bell.isAwaited && !feed.isConnected && void read(), pollEvery).unref();
      // For what was written since.
      void read();
    })().catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  }

  async function read(): Promise<void> {
    isToldMore = true;
    if (isReading) return;
    isReading = true;
    try {
      await checking;
      while (isToldMore) {
        isToldMore = false;
        const events = await readPage(db, latest);
        if (events.length === pageSize) isToldMore = true;
        keep(events);
      }
      isCurrent = true;
    } catch {
      // The database is gone: it is looked at again until it is back.
      isCurrent = false;
    } finally {
      isReading = false;
    }
  }

  async function readLatestId(): Promise<bigint> {
    const { _max } = await db.event.aggregate({ _max: { id: true } });
    return _max.id ?? 0n;
  }

  /** A database that was restored, or a standby that took over, may lack what was last, and give its ids again. */
  async function forgetWhatIsLost(): Promise<void> {
    // Asked for anew: an answer that others wait for may be older than what has been read since.
    const before = latest;
    const id = await readLatestId();
    if (id >= before) return;
    recent.length = 0;
    floor = latest = id;
  }

  function keep(events: FeedEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    recent.push(...events);
    latest = last.id;
    floor = recent.splice(0, Math.max(0, recent.length - kept)).at(-1)?.id ?? floor;
    bell.ring();
  }

  function recentAfter(id: bigint): FeedEvent[] {
    const before = recent.findLastIndex((event) => event.id <= id);
    return recent.slice(before + 1);
  }

  return feed;
}

async function readPage(db: Db, after: bigint): Promise<FeedEvent[]> {
  // Ids are in the order of commits, see write-events.ts: what comes later has a higher id than anything seen here.
  const rows = await db.event.findMany({
    where: { id: { gt: after } },
    orderBy: { id: "asc" },
    take: pageSize,
  });
  return rows as unknown as FeedEvent[];
}
