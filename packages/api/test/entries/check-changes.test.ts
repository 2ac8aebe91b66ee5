import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApi, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const check = (fields: Record<string, unknown>) => api.as(system).entries.article.check({ fields });

test("changes that fit have no issues, unfinished ones too", async () => {
  for (const fields of [{}, { title: "Fine" }, { standfirst: null }, { tags: [] }])
    expect(await check(fields)).toEqual({ issues: [] });
});

test.each([
  [{ title: "x".repeat(161) }, "fields.title"],
  [{ level: "expert" }, "fields.level"],
  [{ tags: ["no-id"] }, "fields.tags.0"],
  [{ slug: "No Spaces" }, "fields.slug"],
  [{ slug: null }, "fields.slug"],
  [{ unknown: 1 }, "fields"],
])("what a save would refuse of %j is answered, with its place", async (fields, path) => {
  const { issues } = await check(fields);
  expect(issues).toEqual([{ path, message: expect.stringMatching(/\S/) }]);
});

test("all that is wrong is answered at once", async () => {
  const { issues } = await check({ title: 1, level: "expert", tags: "none" });
  expect(issues.map((issue) => issue.path)).toEqual(["fields.title", "fields.tags", "fields.level"]);
});

test("nothing is written", async () => {
  await check({ title: "Checked" });
  expect([await api.db.entry.count(), await api.db.event.count()]).toEqual([0, 0]);
});

test("whoever may read drafts may check, also a contributor", async () => {
  const contributor = api.as(await api.user("contributor"));
  expect(await contributor.entries.article.check({ fields: { title: "Mine" } })).toEqual({ issues: [] });
});

test.each([[undefined], [[]], ["text"], [null]])(
  "fields that are no object, such as %j, are refused",
  async (fields) => {
    await expect(check(fields as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  },
);
