import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Db } from "@letterpress/db/create-db";
import {
  type PresenceRow,
  type PresentPerson,
  presenceChannel,
  readPresent,
  refreshPresence,
  removePresence,
  removeStalePresence,
  writePresence,
} from "@letterpress/db/presence-rows";
import type { Signals } from "@letterpress/db/signals";
import { type Bell, createBell } from "../events/bell.ts";

/** Who has an entry open at this moment, on whatever node. A process has one. */
export interface Presence {
  /**
   * Makes the user present at the entry until `signal` is aborted, and gives who is there: at once, and whenever that
   * changes. Without a user it only looks.
   */
  watch(
    at: { entryId: string; userId: string | null },
    signal: AbortSignal,
  ): AsyncGenerator<PresentPerson[], void>;
  /** Takes everybody away who is present by this process. */
  close(): Promise<void>;
}

/** How often this process says that its streams are open, in milliseconds. After 30 seconds nobody believes it. */
const refreshEvery = 10_000;

/** An entry that somebody watches by this process. */
interface Watched {
  bell: Bell;
  watchers: number;
  /** Undefined until they are read for the first time. */
  people: PresentPerson[] | undefined;
  reading: Promise<void> | undefined;
  hasChanged: boolean;
}

/** Starts to listen when the first entry is watched. */
export function createPresence({ db, signals }: { db: Db; signals: Signals }): Presence {
  const rows = new Map<string, PresenceRow>();
  const watched = new Map<string, Watched>();
  let isClosed = false;
  let refreshing: NodeJS.Timeout | undefined;

  function start(): void {
    if (refreshing) return;
    signals.listen(presenceChannel, (entryId) => {
      for (const id of entryId === null ? watched.keys() : [entryId]) void look(id);
    });
    refreshing = setInterval(() => void refresh().catch(() => undefined), refreshEvery).unref();
  }

  async function refresh(): Promise<void> {
    if (watched.size === 0) return;
    if (!signals.isConnected) for (const id of watched.keys()) void look(id);
    const open = [...rows.values()];
    if (open.length > 0) await refreshPresence(db, open);
    // A stream that ended meanwhile may have been written again after its end.
    const ended = open.filter(({ id }) => !rows.has(id));
    if (ended.length > 0)
      await removePresence(
        db,
        ended.map(({ id }) => id),
      );
    await removeStalePresence(db);
  }

  /** Reads who is at an entry; told of the next change while it does, it reads again. */
  async function look(entryId: string): Promise<void> {
    const entry = watched.get(entryId);
    if (!entry) return;
    entry.hasChanged = true;
    entry.reading ??= read(entryId, entry);
    await entry.reading;
  }

  async function read(entryId: string, entry: Watched): Promise<void> {
    try {
      while (entry.hasChanged) {
        entry.hasChanged = false;
        const people = await readPresent(db, entryId);
        if (isDeepStrictEqual(people, entry.people)) continue;
        entry.people = people;
        entry.bell.ring();
      }
    } catch {
      // The database is gone: once it is back, the next signal or refresh looks again.
    } finally {
      entry.reading = undefined;
    }
  }

  function join(entryId: string): Watched {
    const entry = watched.get(entryId) ?? {
      bell: createBell(),
      watchers: 0,
      people: undefined,
      reading: undefined,
      hasChanged: false,
    };
    entry.watchers++;
    watched.set(entryId, entry);
    return entry;
  }

  return {
    async *watch({ entryId, userId }, signal) {
      start();
      const entry = join(entryId);
      const id = randomUUID();
      try {
        if (userId !== null) {
          const row = { id, entryId, userId };
          rows.set(id, row);
          await writePresence(db, [row]);
        }
        await look(entryId);
        let given: PresentPerson[] | undefined;
        while (!signal.aborted) {
          if (entry.people === given || entry.people === undefined) await entry.bell.wait(signal);
          else {
            given = entry.people;
            yield given;
          }
        }
      } finally {
        if (--entry.watchers === 0) watched.delete(entryId);
        // What cannot be removed now is stale in half a minute.
        if (rows.delete(id) && !isClosed) await removePresence(db, [id]).catch(() => undefined);
      }
    },
    async close() {
      isClosed = true;
      clearInterval(refreshing);
      if (rows.size > 0) await removePresence(db, [...rows.keys()]);
      rows.clear();
    },
  };
}
