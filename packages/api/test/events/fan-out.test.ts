import { emit } from "@letterpress/db/events";
import { createSignals } from "@letterpress/db/signals";
import { recordingDb } from "@letterpress/db/testing/recording-db";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEventFeed, type EventFeed, type FeedEvent } from "../../src/events/event-feed.ts";
import { createTestApi } from "../test-api.ts";

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000 });

const api = await createTestApi();
const { db, url } = api;
afterAll(() => api[Symbol.asyncDispose]());

let signals: ReturnType<typeof createSignals>;
let feed: EventFeed;
const stops: (() => void)[] = [];
beforeEach(() => {
  signals = createSignals(url);
  feed = createEventFeed({ db, signals });
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
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

/** What a follower is told; `take` says whether it takes more. */
function follower(after: bigint, take: (event: FeedEvent) => boolean = () => true) {
  const told = { ids: [] as bigint[], errors: [] as unknown[] };
  const { resume, stop } = feed.follow(after, {
    take(event) {
      told.ids.push(event.id);
      return take(event);
    },
    end: (error) => told.errors.push(error),
  });
  stops.push(stop);
  return { ...told, resume, stop };
}

test("all are told of each event once and in order, however far behind they begin and whenever they come", async () => {
  const start = await feed.latestId();
  const live = Array.from({ length: 300 }, () => follower(start));
  await eventually(() => expect(feed.isConnected).toBe(true));
  const late: ReturnType<typeof follower>[] = [];
  for (let i = 0; i < 30; i++) {
    await write(50);
    late.push(follower(start), follower(await feed.latestId()));
  }
  const all = await idsAfter(start);
  expect(all).toHaveLength(1_500);
  await eventually(() => {
    for (const { ids } of live) expect(ids).toEqual(all);
    for (const [index, { ids }] of late.entries())
      expect(ids).toEqual(index % 2 === 0 ? all : all.slice(50 * ((index + 1) / 2)));
  });
});

test("who takes no more for a while holds nobody up, and misses none though more happen than are kept", async () => {
  const start = await feed.latestId();
  const live = follower(start);
  let takesMore = false;
  const slow = follower(start, () => takesMore);
  await write(1);
  await eventually(() => expect(slow.ids).toHaveLength(1));
  for (let i = 0; i < 6; i++) await write(200);
  const all = await idsAfter(start);
  await eventually(() => expect(live.ids).toEqual(all));
  const behind = follower(start, () => takesMore);
  await eventually(() => expect(behind.ids).toHaveLength(1));
  await write(1);
  all.push(...(await idsAfter(all.at(-1) ?? 0n)));
  await eventually(() => expect(live.ids).toEqual(all));
  for (const { ids } of [slow, behind]) expect(ids).toHaveLength(1);
  takesMore = true;
  for (const { resume } of [slow, behind]) resume();
  await eventually(() => {
    for (const { ids } of [slow, behind]) expect(ids).toEqual(all);
  });
  // It is told with the others again.
  await write(1);
  await eventually(() => {
    expect(slow.ids).toHaveLength(all.length + 1);
    expect(live.ids).toEqual(slow.ids);
  });
});

test("who stops is told nothing more, and what one throws ends nobody else", async () => {
  const start = await feed.latestId();
  const broken = new Error("Broken.");
  const [live, failing, stopping] = [
    follower(start),
    follower(start, () => {
      throw broken;
    }),
    follower(start, () => {
      stopping?.stop();
      return true;
    }),
  ];
  await write(5);
  await eventually(() => expect(live.ids).toHaveLength(5));
  expect(failing).toMatchObject({ ids: [live.ids[0]], errors: [broken] });
  expect(stopping).toMatchObject({ ids: [live.ids[0]], errors: [] });
});

test("an event is read once for all", async () => {
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

test("where events cannot be read all are told so, and who comes later is told of them again", async () => {
  const recording = recordingDb(url);
  await recording.db.close();
  const unreadable = createEventFeed({ db: recording.db, signals });
  const errors: unknown[] = [];
  const follow = () => unreadable.follow(0n, { take: () => true, end: (error) => errors.push(error) });
  follow();
  await eventually(() => expect(errors).toHaveLength(1));
  follow();
  await eventually(() => expect(errors).toHaveLength(2));
});
