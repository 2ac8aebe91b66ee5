import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "../../src/access/actor.ts";
import { codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

type User = Actor & { kind: "user" };
let api: TestApi;
let editor: User;
let author: User;
let other: User;
beforeAll(async () => {
  api = await createTestApi();
  editor = await api.user("editor");
  author = await api.user("author");
  other = await api.user("contributor");
});
beforeEach(() => api.db.event.deleteMany());
afterAll(() => api[Symbol.asyncDispose]());

const tagOf = (actor: Actor, name: string) => api.as(actor).entries.tag.create({ fields: { name } });
const assetCreated = () =>
  withTx(api.db, async (tx) =>
    emit(
      tx,
      { kind: "user", userId: author.userId, name: "author" },
      { name: "asset.created", assetId: "01890000-0000-7000-8000-000000000001" },
    ),
  );
async function namesFor(actor: Actor, query = {}): Promise<string[]> {
  const { items } = await api.as(actor).events.list(query);
  return items.map(({ name, entry }) => [name, entry?.title].filter(Boolean).join(" "));
}

test("what happened comes newest first, page by page, each once", async () => {
  for (const name of ["A", "B", "C", "D", "E"]) await tagOf(editor, `Page ${name}`);
  const titles: unknown[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.as(editor).events.list({ limit: 2, ...(cursor ? { cursor } : {}) });
    titles.push(page.items.map(({ entry }) => entry?.title));
    cursor = page.nextCursor;
  } while (cursor);
  expect(titles).toEqual([["Page E", "Page D"], ["Page C", "Page B"], ["Page A"]]);
});

test("it is found by entry, by type, by who did it, by name and by time", async () => {
  const mine = await tagOf(editor, "Mine");
  await tagOf(author, "Theirs");
  await api.as(editor).entries.tag.publish({ id: mine.id, expectedVersion: 1 });
  const { items } = await api.as(editor).events.list();
  const [newest, middle, oldest] = items.map(({ at }) => at);
  expect(await namesFor(editor, { entryId: mine.id })).toEqual([
    "entry.published Mine",
    "entry.created Mine",
  ]);
  expect(await namesFor(editor, { type: "tag" })).toHaveLength(3);
  expect(await namesFor(editor, { type: "article" })).toEqual([]);
  expect(await namesFor(editor, { actorId: author.userId })).toEqual(["entry.created Theirs"]);
  expect(await namesFor(editor, { names: ["entry.published"] })).toEqual(["entry.published Mine"]);
  expect(await namesFor(editor, { from: middle, to: newest })).toEqual(["entry.created Theirs"]);
  expect(await namesFor(editor, { to: oldest })).toEqual([]);
  expect(await namesFor(editor, { from: new Date(Date.now() + 60_000) })).toEqual([]);
  expect(await namesFor(editor, { to: new Date(Date.now() + 60_000) })).toHaveLength(3);
});

test("saves that the Studio made by itself are left out unless asked for", async () => {
  const tag = await tagOf(editor, "Typed");
  const save = (expectedVersion: number, autosave: boolean) =>
    api.as(editor).entries.tag.save({
      id: tag.id,
      expectedVersion,
      fields: { name: `Typed ${expectedVersion}` },
      autosave,
    });
  await save(1, true);
  await save(2, false);
  expect(await namesFor(editor)).toEqual(["entry.saved Typed 2", "entry.created Typed"]);
  expect(await namesFor(editor, { autosaves: true })).toHaveLength(3);
});

test("authors and contributors find what is about their own and assigned entries, and what they did themselves", async () => {
  const mine = await tagOf(author, "Of an author");
  await tagOf(other, "Of a contributor");
  await assetCreated();
  await api.as(system).entries.tag.publish({ id: mine.id, expectedVersion: 1 });
  expect(await namesFor(author)).toEqual(["entry.published Of an author", "entry.created Of an author"]);
  expect(await namesFor(other)).toEqual(["entry.created Of a contributor"]);
  expect(await namesFor(other, { entryId: mine.id })).toEqual([]);
  await api.as(editor).entries.tag.assign({ id: mine.id, userId: other.userId });
  expect(await namesFor(other, { entryId: mine.id })).toHaveLength(3);
  expect(await namesFor(editor)).toHaveLength(5);
});

test("API keys hear nothing of people and keys, and with scope read of nothing but entries", async () => {
  await assetCreated();
  await withTx(api.db, async (tx) => {
    emit(tx, { kind: "nobody" }, { name: "user.signedIn", userId: author.userId });
    emit(tx, { kind: "nobody" }, { name: "apiKey.revoked", keyId: author.userId });
  });
  await tagOf(author, "Known");
  const key = (scope: "read" | "write") => ({ kind: "apiKey", keyId: "", name: "", scope }) as const;
  expect(await namesFor(editor)).toHaveLength(4);
  expect(await namesFor(key("write"))).toEqual(["entry.created Known", "asset.created"]);
  expect(await namesFor(key("read"))).toEqual(["entry.created Known"]);
  expect(await codeOf(api.as(nobody).events.list())).toBe("NOT_SIGNED_IN");
});

test("what a user did is told by their name when they are long gone", async () => {
  const gone = await api.user("editor");
  await tagOf(gone, "Left behind");
  await api.db.user.delete({ where: { id: gone.userId } });
  const { items } = await api.as(editor).events.list({ actorId: gone.userId });
  expect(items).toMatchObject([{ actor: { kind: "user", id: gone.userId, name: "editor" } }]);
});

test("a cursor that no list has answered is refused", async () => {
  for (const cursor of ["x", "", Buffer.from("9".repeat(40)).toString("base64url")])
    expect(await codeOf(api.as(editor).events.list({ cursor }))).toBe("BAD_INPUT");
});
