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
      { id: missing, title: "", code: "ENTRY_MISSING", message: "There is no such entry." },
      { id: two?.id, title: "Two, later", code: "ENTRY_STALE", message: expect.any(String) },
      { id: three?.id, title: "Three", code: "ENTRY_INCOMPLETE", message: expect.any(String) },
    ],
  });
  expect(await statuses(items)).toEqual(["published", "draft", "draft"]);
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
    expect(await articles().bulk({ action, items })).toEqual({ done: items.map(({ id }) => id), failed: [] });
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
  expect(result).toEqual({ done: [item?.id], failed: [] });
});

describe("nobody can do to many", () => {
  test("what they may not do to one", async () => {
    const contributor = await api.user("contributor");
    const { id } = await articles(contributor).create({ fields: { title: "Mine" } as never });
    const items = [{ id, expectedVersion: 1 }];
    for (const action of ["approve", "publish", "unpublish", "archive", "reopen", "delete"] as const)
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
