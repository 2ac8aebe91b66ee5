import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "../../src/access/actor.ts";
import { sessionsOf } from "../../src/auth/sessions.ts";
import { checkEvery } from "../../src/events/access-checks.ts";
import { codeOf, createTestApi, system, type TestApi } from "../test-api.ts";
import { follow } from "./follow.ts";

let api: TestApi;
type User = Actor & { kind: "user" };
let editor: User;
let author: User;
let other: User;
beforeAll(async () => {
  api = await createTestApi();
  editor = await api.user("editor");
  author = await api.user("author");
  other = await api.user("contributor");
});
afterAll(() => api[Symbol.asyncDispose]());

const tagOf = (actor: Actor, name: string) => api.as(actor).entries.tag.create({ fields: { name } });
const assetCreated = () =>
  withTx(api.db, async (tx) =>
    emit(
      tx,
      { kind: "user", userId: author.userId, name: "author" },
      {
        name: "asset.created",
        assetId: "01890000-0000-7000-8000-000000000001",
      },
    ),
  );
const key: Actor = {
  kind: "apiKey",
  keyId: "01890000-0000-7000-8000-00000000000a",
  name: "Key",
  scope: "write",
};

test("a stream tells what happens from the moment on, with who did it and to what", async () => {
  await tagOf(editor, "Before");
  await using stream = await follow(api, editor);
  expect((await stream.next()).message).toEqual({ kind: "position" });
  const tag = await tagOf(author, "Now");
  const { id, message } = await stream.next();
  expect(message).toEqual({
    kind: "event",
    event: {
      id,
      name: "entry.created",
      at: expect.any(Date),
      actor: { kind: "user", id: author.userId, name: "author" },
      entry: { id: tag.id, type: "tag", slug: "now", title: "Now", version: 1 },
      assetId: null,
      details: {},
    },
  });
});

test("a stream that goes on after an id tells all that came after it, and nothing twice", async () => {
  let last: string;
  {
    await using stream = await follow(api, editor);
    last = (await stream.next()).id ?? "";
  }
  await tagOf(editor, "One");
  await tagOf(editor, "Two");
  {
    await using stream = await follow(api, editor, { lastEventId: last });
    const { id, message } = await stream.next();
    expect(message).toMatchObject({ kind: "event", event: { entry: { title: "One" } } });
    last = id ?? "";
  }
  await tagOf(editor, "Three");
  await using stream = await follow(api, editor, { lastEventId: last });
  expect(await stream.events(2)).toEqual(["entry.created Two", "entry.created Three"]);
});

test("an id that is not there yet, of a database that was replaced, goes on from now", async () => {
  await using stream = await follow(api, editor, { lastEventId: "999999999999999999" });
  expect((await stream.next()).message).toEqual({ kind: "position" });
  await tagOf(editor, "After a restore");
  expect(await stream.events(1)).toEqual(["entry.created After a restore"]);
});

test("an id that never was one is refused", async () => {
  for (const lastEventId of ["x", "-1", "1e3", "9".repeat(30)])
    await expect(follow(api, editor, { lastEventId })).rejects.toThrow("Use the id of an event.");
});

describe("who may know of it", () => {
  test("authors and contributors are told of their own entries, and of what they did themselves", async () => {
    await using stream = await follow(api, author);
    await stream.next();
    const theirs = await tagOf(author, "Mine");
    await tagOf(other, "Not mine");
    await assetCreated();
    await api.as(system).entries.tag.publish({ id: theirs.id, expectedVersion: 1 });
    await tagOf(author, "Mine too");
    expect(await stream.events(3)).toEqual([
      "entry.created Mine",
      "entry.published Mine",
      "entry.created Mine too",
    ]);
  });

  test("they are told of entries that are assigned to them, for as long as they are", async () => {
    await using stream = await follow(api, other);
    await stream.next();
    const tag = await tagOf(author, "Assigned");
    const assign = (userId: string | null) => api.as(editor).entries.tag.assign({ id: tag.id, userId });
    const save = (expectedVersion: number, name: string) =>
      api.as(author).entries.tag.save({ id: tag.id, expectedVersion, fields: { name } });
    await save(1, "Unknown");
    await assign(other.userId);
    await save(2, "Known");
    await assign(null);
    await save(3, "Unknown again");
    await tagOf(other, "End");
    expect(await stream.events(4)).toEqual([
      "entry.assigned Unknown",
      "entry.saved Known",
      "entry.assigned Known",
      "entry.created End",
    ]);
    await assign(other.userId);
    await using later = await follow(api, other);
    await later.next();
    await save(4, "Known from the start");
    expect(await later.events(1)).toEqual(["entry.saved Known from the start"]);
  });

  test("what is not about entries is told to those who may read events, but keys hear nothing of people", async () => {
    const reading: Actor = { ...key, scope: "read" };
    await using all = await follow(api, editor);
    await using write = await follow(api, key);
    await using read = await follow(api, reading);
    for (const stream of [all, write, read]) await stream.next();
    await assetCreated();
    await withTx(api.db, async (tx) =>
      emit(tx, { kind: "nobody" }, { name: "user.signedIn", userId: author.userId }),
    );
    await tagOf(author, "End");
    expect(await all.events(3)).toEqual(["asset.created", "user.signedIn", "entry.created End"]);
    expect(await write.events(2)).toEqual(["asset.created", "entry.created End"]);
    expect(await read.events(1)).toEqual(["entry.created End"]);
  });

  test("whoever is told nothing for long still learns from where to go on", async () => {
    await using stream = await follow(api, author);
    const start = BigInt((await stream.next()).id ?? "");
    for (let i = 0; i < 2; i++)
      await withTx(api.db, async (tx) => {
        for (let j = 0; j < 300; j++)
          emit(tx, { kind: "nobody" }, { name: "redirect.created", path: "/a", target: "/b" });
      });
    const { id, message } = await stream.next();
    expect(message).toEqual({ kind: "position" });
    expect(BigInt(id ?? "")).toBeGreaterThan(start + 400n);
  });
});

describe("a caller who is nobody any more", () => {
  test.each(["ended", "expired"] as const)(
    "is told nothing more a minute after the session has %s",
    async (how) => {
      const sessions = sessionsOf(api.db);
      const { id: token } = await sessions.createSession(editor.userId, {});
      vi.useFakeTimers({ toFake: ["setTimeout"] });
      try {
        await using stream = await follow(api, editor, {}, token);
        await stream.next();
        const next = stream.next();
        await vi.advanceTimersByTimeAsync(checkEvery);
        await tagOf(editor, "Still there");
        expect((await next).message).toMatchObject({ event: { entry: { title: "Still there" } } });
        if (how === "ended") await sessions.invalidateSession(token);
        else await api.db.session.updateMany({ data: { expiresAt: new Date("2020-01-01") } });
        const refused = codeOf(stream.next());
        // One minute: a further one would end the connection that the question waits for.
        await vi.advanceTimersByTimeAsync(checkEvery);
        expect(await refused).toBe("NOT_SIGNED_IN");
      } finally {
        vi.useRealTimers();
      }
    },
  );
});
