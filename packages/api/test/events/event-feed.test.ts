import { emit } from "@letterpress/db/events";
import { createSignals } from "@letterpress/db/signals";
import { recordingDb } from "@letterpress/db/testing/recording-db";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEventFeed, type EventFeed } from "../../src/events/event-feed.ts";
import { createTestApi } from "../test-api.ts";

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const api = await createTestApi();
const { db, url } = api;
afterAll(() => api[Symbol.asyncDispose]());

let end: AbortController;
let signals: ReturnType<typeof createSignals>;
let feed: EventFeed;
beforeEach(() => {
  end = new AbortController();
  signals = createSignals(url);
  feed = createEventFeed({ db, signals });
});
afterEach(async () => {
  end.abort();
  await signals.close();
});

async function write(count: number): Promise<void> {
  await withTx(db, async (tx) => {
    for (let i = 0; i < count; i++)
      emit(
        tx,
        { kind: "nobody" },
        { name: "asset.created", assetId: "01890000-0000-7000-8000-000000000001" },
      );
  });
}
const idsAfter = async (id: bigint) =>
  (await db.event.findMany({ where: { id: { gt: id } }, orderBy: { id: "asc" }, select: { id: true } })).map(
    (row) => row.id,
  );

/** What a follower has got so far. */
function follower(after: bigint) {
  const ids: bigint[] = [];
  const ended = (async () => {
    for await (const batch of feed.batchesAfter(after, end.signal)) ids.push(...batch.map(({ id }) => id));
  })();
  return { ids, ended };
}

test("all who follow get each event once and in order, however far behind they begin", async () => {
  const start = await feed.latestId();
  const live = follower(start);
  await eventually(() => expect(feed.isConnected).toBe(true));
  for (let i = 0; i < 26; i++) await write(100);
  const written = await idsAfter(start);
  expect(written).toHaveLength(2_600);
  const [fromTable, fromMemory] = [follower(start), follower(written[2_000] ?? 0n)];
  await write(10);
  const all = await idsAfter(start);
  await eventually(() => {
    expect(live.ids).toEqual(all);
    expect(fromTable.ids).toEqual(all);
    expect(fromMemory.ids).toEqual(all.slice(2_001));
  });
  end.abort();
  await Promise.all([live.ended, fromTable.ended, fromMemory.ended]);
});

test("who takes events slowly misses none, though more happen than are kept", async () => {
  const start = await feed.latestId();
  const slow = feed.batchesAfter(start, end.signal);
  await write(1);
  const next = async () => ((await slow.next()).value ?? []).map(({ id }) => id);
  const got = await next();
  for (let i = 0; i < 6; i++) await write(300);
  const all = await idsAfter(start);
  while (got.length < all.length) got.push(...(await next()));
  expect(got).toEqual(all);
});

test("what happens while the connection is cut comes all the same, and it says that it is not connected", async () => {
  const start = await feed.latestId();
  const live = follower(start);
  for (let i = 0; i < 5; i++) {
    await eventually(() => expect(feed.isConnected).toBe(true));
    const wasLost = vi.waitFor(() => expect(feed.isConnected).toBe(false), { interval: 1, timeout: 10_000 });
    await db.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
    await Promise.all([write(3), wasLost]);
  }
  const all = await idsAfter(start);
  await eventually(() => expect(live.ids).toEqual(all));
});

test("without any connection to listen, events come some seconds late", async () => {
  const start = await feed.latestId();
  await signals.close();
  const live = follower(start);
  await write(2);
  await vi.waitFor(() => expect(live.ids).toHaveLength(2), { timeout: 5_000 });
  expect(feed.isConnected).toBe(false);
});

test("an event is read once for all who follow", async () => {
  const recording = recordingDb(url);
  feed = createEventFeed({ db: recording.db, signals });
  const start = await feed.latestId();
  const followers = Array.from({ length: 50 }, () => follower(start));
  await eventually(() => expect(feed.isConnected).toBe(true));
  const before = recording.statements.length;
  await write(5);
  await eventually(() => {
    for (const { ids } of followers) expect(ids).toHaveLength(5);
  });
  expect(recording.statements.length - before).toBe(1);
  await recording.db.close();
});
