import { moveToBin } from "@letterpress/db/bin";
import { lockEntry } from "@letterpress/db/lock-rows";
import { refreshPresence } from "@letterpress/db/presence-rows";
import { createSignals } from "@letterpress/db/signals";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventStream } from "../../src/events/event-stream.ts";
import { createPresence } from "../../src/presence/presence.ts";
import { follow } from "../events/follow.ts";
import { codeOf, createTestApi, system } from "../test-api.ts";

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const api = await createTestApi();
afterAll(() => api[Symbol.asyncDispose]());
const { db } = api;

let entryId: string;
let end: AbortController;
beforeEach(async () => {
  end = new AbortController();
  const tag = await api.as(system).entries.tag.create({ fields: { name: "Watched" } });
  entryId = tag.id;
});
afterEach(async () => {
  end.abort();
  vi.useRealTimers();
  await eventually(async () => expect(await db.presence.count()).toBe(0));
});

/** A process of its own, with its own connection to listen. */
function startNode() {
  const signals = createSignals(api.url);
  end.signal.addEventListener("abort", () => void signals.close());
  const presence = createPresence({ db, signals });
  return {
    presence,
    /** The lists of names that somebody gets who watches here. */
    watch(userId: string | null, signal = end.signal) {
      const lists: string[][] = [];
      const ended = (async () => {
        for await (const people of presence.watch({ entryId, userId }, signal))
          lists.push(people.map(({ name }) => name));
      })();
      return { lists, ended };
    },
  };
}

test("people on several nodes see each other come and go by name, each once", async () => {
  const [one, two] = [startNode(), startNode()];
  const [editor, author] = [await api.user("editor"), await api.user("author")];
  const { lists } = one.watch(editor.userId);
  await eventually(() => expect(lists.at(-1)).toEqual(["editor"]));
  const leave = new AbortController();
  const [window, other] = [two.watch(author.userId, leave.signal), two.watch(author.userId, leave.signal)];
  await eventually(() => expect(lists.at(-1)).toEqual(["author", "editor"]));
  await eventually(() => expect(other.lists.at(-1)).toEqual(["author", "editor"]));
  leave.abort();
  await Promise.all([window.ended, other.ended]);
  await eventually(() => expect(lists).toEqual([["editor"], ["author", "editor"], ["editor"]]));
});

test("who only looks is not seen", async () => {
  const node = startNode();
  const { lists } = node.watch(null);
  await eventually(() => expect(lists).toEqual([[]]));
  expect(await db.presence.count()).toBe(0);
});

test("who was at a node that is gone is not believed to be there, and is removed by another", async () => {
  const gone = await api.user("admin");
  const seenAt = new Date(Date.now() - 31_000);
  await db.presence.create({ data: { id: crypto.randomUUID(), entryId, userId: gone.userId, seenAt } });
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const { lists } = startNode().watch((await api.user("editor")).userId);
  await eventually(() => expect(lists).toEqual([["editor"]]));
  expect(await db.presence.count()).toBe(2);
  await vi.advanceTimersByTimeAsync(10_000);
  await eventually(async () => expect(await db.presence.count()).toBe(1));
});

test("an open stream is said to be open again and again, also after somebody took it for gone", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const { lists } = startNode().watch((await api.user("editor")).userId);
  await eventually(() => expect(lists).toEqual([["editor"]]));
  await db.presence.updateMany({ data: { seenAt: new Date(0) } });
  await vi.advanceTimersByTimeAsync(10_000);
  await eventually(async () => {
    const row = await db.presence.findFirst();
    expect(row?.seenAt.getFullYear()).toBeGreaterThan(2000);
  });
  await db.presence.deleteMany();
  await vi.advanceTimersByTimeAsync(10_000);
  await eventually(async () => expect(await db.presence.count()).toBe(1));
});

test("a process that stops takes its people with it", async () => {
  const [one, two] = [startNode(), startNode()];
  one.watch((await api.user("editor")).userId);
  const { lists } = two.watch(null);
  await eventually(() => expect(lists.at(-1)).toEqual(["editor"]));
  await one.presence.close();
  await eventually(() => expect(lists.at(-1)).toEqual([]));
});

test("nobody is at an entry that they may not see", async () => {
  const contributor = await api.user("contributor");
  await using stream = await follow(api, contributor, { watching: { type: "tag", id: entryId } });
  expect(await codeOf(stream.next())).toBe("ENTRY_MISSING");
  await using wrongType = await follow(api, await api.user("editor"), {
    watching: { type: "article", id: entryId },
  });
  expect(await codeOf(wrongType.next())).toBe("ENTRY_MISSING");
  expect(await db.presence.count()).toBe(0);
});

test("who leaves right after they were told who is there is there no more", async () => {
  const editor = await api.user("editor");
  const { lists } = startNode().watch(null);
  const watching = { type: "tag", id: entryId };
  const caller = { actor: editor, token: null };
  for await (const sent of eventStream(api.deps, caller, { watching }, end.signal))
    if ("kind" in sent && sent.kind === "presence" && sent.people.length === 1) {
      await eventually(() => expect(lists).toEqual([[], ["editor"]]));
      break;
    }
  await eventually(() => expect(lists).toEqual([[], ["editor"], []]));
});

test("an entry that goes to the bin and servers that say who is at it wait for each other in no circle", async () => {
  const { userId } = await api.user("editor");
  const [known, lost] = [crypto.randomUUID(), crypto.randomUUID()].sort() as [string, string];
  const rows = [known, lost].map((id) => ({ id, entryId, userId }));
  await db.presence.create({ data: { ...rows[0], id: known, entryId, userId } });
  let refreshing: Promise<void> | undefined;
  await withTx(db, async (tx) => {
    await lockEntry(tx, entryId);
    refreshing = refreshPresence(db, rows);
    await eventually(async () => expect(await api.waiting()).toBe(1));
    await moveToBin(tx, entryId, null);
  });
  await refreshing;
  await db.presence.deleteMany();
});
