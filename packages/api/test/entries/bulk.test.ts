import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
let editor: Awaited<ReturnType<TestApi["user"]>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
  editor = await api.user("editor");
});
afterAll(() => api[Symbol.asyncDispose]());

const articles = (actor = editor) => api.as(actor).entries.article;
const missing = "01a207a7-8848-7028-8c07-da352405241d";
async function drafted(...titles: string[]) {
  const items: { id: string; expectedVersion: number }[] = [];
  for (const title of titles) {
    const { id } = await articles().create({ fields: { ...fields, title } });
    items.push({ id, expectedVersion: 1 });
  }
  return items;
}
const statuses = async (items: { id: string }[]) => {
  const all = [];
  for (const { id } of items) all.push((await articles().get({ id })).status);
  return all;
};

test("each entry is done by itself, and those that stay as they were say why", async () => {
  const items = await drafted("One", "Two", "Three");
  const [one, two, three] = items;
  await articles().save({ id: two?.id ?? "", expectedVersion: 1, fields: { title: "Two, later" } });
  await articles().save({ id: three?.id ?? "", expectedVersion: 1, fields: { body: null } });
  const asked = [{ id: missing, expectedVersion: 1 }, two, { id: three?.id ?? "", expectedVersion: 2 }, one];
  const result = await articles().bulk({ action: "publish", items: asked as typeof items });
  expect(result).toEqual({
    done: [one?.id],
    failed: [
      { id: missing, title: "", code: "ENTRY_MISSING", message: "There is no such entry.", issues: [] },
      { id: two?.id, title: "Two, later", code: "ENTRY_STALE", message: expect.any(String), issues: [] },
      {
        id: three?.id,
        title: "Three",
        code: "ENTRY_INCOMPLETE",
        message: expect.any(String),
        issues: [{ path: "fields.body", message: "Fill this in before publishing." }],
      },
    ],
    hidden: [],
  });
  expect(await statuses(items)).toEqual(["published", "draft", "draft"]);
});

test("an entry that refers to what does not exist says in which field", async () => {
  const { id } = await articles().create({ fields: { ...fields, title: "Lost author", author: missing } });
  const { failed } = await articles().bulk({ action: "publish", items: [{ id, expectedVersion: 1 }] });
  expect(failed).toMatchObject([{ code: "REFERENCE_MISSING", issues: [{ path: "fields.author" }] }]);
});

test("every action does what it does by itself", async () => {
  const items = await drafted("All of", "Them");
  for (const [action, status] of [
    ["submit", "inReview"],
    ["approve", "approved"],
    ["publish", "published"],
    ["unpublish", "unpublished"],
    ["archive", "archived"],
    ["reopen", "unpublished"],
  ] as const) {
    expect(await articles().bulk({ action, items })).toEqual({
      done: items.map(({ id }) => id),
      failed: [],
      hidden: [],
    });
    expect(await statuses(items)).toEqual([status, status]);
  }
  await articles().bulk({ action: "assign", items, userId: editor.userId });
  expect((await articles().list({ assigneeId: editor.userId })).items).toHaveLength(2);
  await articles().bulk({ action: "delete", items });
  expect((await api.as(editor).bin.list()).items).toHaveLength(2);
});

test("an entry that is named twice is changed once", async () => {
  const [item] = await drafted("Twice");
  const result = await articles().bulk({ action: "submit", items: [item, item] as never });
  expect(result).toEqual({ done: [item?.id], failed: [], hidden: [] });
});

test("what readers see as it is, is not published again", async () => {
  const [item = { id: "", expectedVersion: 1 }] = await drafted("As it is");
  await articles().publish(item);
  const before = await api.db.event.count();
  expect(await articles().bulk({ action: "publish", items: [item] })).toMatchObject({ done: [item.id] });
  expect(await api.db.event.count()).toBe(before);
  // Somebody who asks for that entry alone has it rendered again.
  await articles().publish(item);
  expect(await api.db.event.count()).toBe(before + 1);
  await articles().save({ ...item, fields: { title: "Changed" } });
  expect(await articles().bulk({ action: "publish", items: [item] })).toMatchObject({
    failed: [{ code: "ENTRY_STALE" }],
  });
});

test("publishing names what the published entries refer to and readers do not see", async () => {
  const people = api.as(editor).entries.person;
  const { id: hidden } = await people.create({ fields: { name: "Hidden" } });
  const { id: other } = await people.create({ fields: { name: "Of what was not published" } });
  const { id } = await articles().create({ fields: { ...fields, title: "Refers", author: hidden } });
  const { id: lacking } = await articles().create({ fields: { title: "Lacks", author: other } as never });
  const items = [id, lacking].map((one) => ({ id: one, expectedVersion: 1 }));
  const published = await articles().bulk({ action: "publish", items });
  expect(published).toMatchObject({ done: [id], hidden: [{ type: "person", id: hidden, title: "Hidden" }] });
  expect(published.hidden).toHaveLength(1);
  // Nor does somebody learn of what they do not see.
  const author = await api.user("author");
  const { id: own } = await articles(author).create({ fields: { ...fields, title: "Own", author: hidden } });
  const result = await articles(author).bulk({
    action: "publish",
    items: [{ id: own, expectedVersion: 1 }],
  });
  expect(result).toEqual({ done: [own], failed: [], hidden: [] });
});

describe("nobody can do to many", () => {
  test("what they may not do to one", async () => {
    const contributor = await api.user("contributor");
    const { id } = await articles(contributor).create({ fields: { title: "Mine" } as never });
    const items = [{ id, expectedVersion: 1 }];
    for (const action of ["approve", "publish", "unpublish", "archive", "reopen"] as const)
      expect(await codeOf(articles(contributor).bulk({ action, items }))).toBe("NOT_ALLOWED");
    const assign = { action: "assign", items, userId: contributor.userId } as const;
    expect(await codeOf(articles(contributor).bulk(assign))).toBe("NOT_ALLOWED");
    expect((await articles(contributor).bulk({ action: "submit", items })).done).toEqual([id]);
  });

  test("what they do not see, nor learn its title", async () => {
    const items = await drafted("Secret");
    const author = await api.user("author");
    const { failed } = await articles(author).bulk({ action: "delete", items });
    expect(failed).toMatchObject([{ title: "", code: "ENTRY_MISSING" }]);
  });
});

test.each([
  { action: "submit", items: [] },
  { action: "submit", items: Array.from({ length: 101 }, () => ({ id: missing, expectedVersion: 1 })) },
  { action: "assign", items: [{ id: missing, expectedVersion: 1 }] },
  { action: "delete", items: [{ id: missing, expectedVersion: 1 }], userId: null },
  { action: "purge", items: [{ id: missing, expectedVersion: 1 }] },
])("no request is %j", async (request) => {
  await expect(articles().bulk(request as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
