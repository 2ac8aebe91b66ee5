import { afterAll, beforeAll, expect, test } from "vitest";
import { articleFields, createTestApi, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const editor = api.as(system).entries.article;
  const fields = await articleFields(api);
  for (let number = 1; number <= 25; number++) {
    api.setClock(`2026-03-01T12:00:${String(number).padStart(2, "0")}Z`);
    await editor.create({ fields: { ...fields, title: `Number ${number}` } });
  }
  const [changed, published] = (await editor.list({ search: "number 2", limit: 2 })).items;
  for (const entry of [changed, published])
    if (entry) await editor.publish({ id: entry.id, expectedVersion: 1 });
  if (changed) await editor.save({ id: changed.id, expectedVersion: 1, fields: { title: "Changed since" } });
});
afterAll(() => api[Symbol.asyncDispose]());

const list = (query: object) => api.as(system).entries.article.list(query);

test("pages hold every entry once, the latest change first", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 7, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((entry) => entry.title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  expect(seen.at(-1)).toBe("Number 1");
});

test("a search finds all of its words in any order and case", async () => {
  expect((await list({ search: "13 NUMBER" })).items.map((entry) => entry.title)).toEqual(["Number 13"]);
});

test("a search for a wildcard finds nothing but itself", async () => {
  expect((await list({ search: "%" })).items).toEqual([]);
  expect((await list({ search: "_" })).items).toEqual([]);
});

test("the status tells drafts, published and changed ones apart", async () => {
  expect((await list({ status: "changed" })).items.map((entry) => entry.title)).toEqual(["Changed since"]);
  expect((await list({ status: "published" })).items).toHaveLength(1);
  expect((await list({ status: "draft", limit: 100 })).items).toHaveLength(23);
});

test("each entry of a list says what whoever asks may do with it now", async () => {
  const contributor = api.as(await api.user("contributor"));
  await contributor.entries.tag.create({ fields: { name: "Whose actions differ" } });
  const actionsFor = async (entries: typeof contributor.entries) =>
    (await entries.tag.list({ search: "actions differ" })).items[0]?.actions;
  expect(await actionsFor(contributor.entries)).toEqual(["save", "submit", "delete"]);
  const forEditors = await actionsFor(api.as(await api.user("editor")).entries);
  expect(forEditors).toEqual(["save", "submit", "schedule", "publish", "archive", "delete"]);
});

test("an author can refer to what is published and to their own, and learns no draft of others", async () => {
  const author = api.as(await api.user("author"));
  const mine = await author.entries.person.create({ fields: { name: "Mine, a draft" } });
  const editor = api.as(system).entries.person;
  const secret = await editor.create({ fields: { name: "Theirs, a draft" } });
  const known = await editor.create({ fields: { name: "Theirs, published" } });
  await editor.publish({ id: known.id, expectedVersion: 1 });
  await editor.save({ id: known.id, expectedVersion: 1, fields: { name: "Theirs, renamed in secret" } });

  const choices = await author.entries.person.choices({ limit: 100 });
  expect(choices).toContainEqual({
    id: mine.id,
    title: "Mine, a draft",
    isPublished: false,
    isEditable: true,
  });
  expect(choices).toContainEqual({
    id: known.id,
    title: "Theirs, published",
    isPublished: true,
    isEditable: false,
  });
  expect(choices.map((choice) => choice.id)).not.toContain(secret.id);
  expect(await author.entries.person.choices({ search: "secret" })).toEqual([]);
  expect(await author.entries.person.choices({ ids: [secret.id] })).toEqual([]);
  expect((await editor.choices({ search: "secret" })).map((choice) => choice.id)).toEqual([known.id]);
});

test.each(["owner", "editor"] as const)(
  "the %s can refer to everything, with words or without, and by id",
  async (role) => {
    const { entries } = api.as(await api.user(role));
    const { id } = await api.as(system).entries.tag.create({ fields: { name: `Seen by the ${role}` } });
    const choice = { id, title: `Seen by the ${role}`, isPublished: false, isEditable: true };
    expect(await entries.tag.choices()).toContainEqual(choice);
    expect(await entries.tag.choices({ ids: [id] })).toEqual([choice]);
    expect(await entries.tag.choices({ search: `by ${role}` })).toEqual([choice]);
  },
);
