import { afterAll, beforeAll, expect, test } from "vitest";
import { inAnHour } from "../scheduling/due-times.ts";
import { articleFields, codeOf, createTestApi, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const entries = () => api.as(system).entries;
const releases = () => api.as(system).releases;
const person = async (name: string) => (await entries().person.create({ fields: { name } })).id;
const article = async (title: string, more: object = {}) =>
  (await entries().article.create({ fields: { ...fields, title, ...more } })).id;

async function releaseOf(name: string, ...entryIds: string[]) {
  const { id } = await releases().create({ name });
  for (const entryId of entryIds) await releases().setItem({ id, entryId, action: "publish" });
  return id;
}

test("what a release refers to and readers would not see is told, and keeps nothing from being published", async () => {
  const author = await person("Unseen");
  const entryId = await article("Refers", { author });
  const id = await releaseOf("Spring", entryId, await article("Refers, too", { author }));
  expect(await releases().problems({ id })).toEqual([]);
  expect(await releases().references({ id })).toEqual([
    {
      type: "person",
      id: author,
      title: "Unseen",
      version: 1,
      status: "draft",
      by: { type: "article", id: entryId, title: "Refers" },
    },
  ]);
  await releases().setItem({ id, entryId: author, action: "publish" });
  expect(await releases().references({ id })).toEqual([]);
  await releases().removeItem({ id, entryId: author });
  expect(await releases().references({ id })).toHaveLength(1);
  await releases().publish({ id });
  expect(await releases().references({ id })).toEqual([]);
});

test("the references are those of the revision that is published", async () => {
  const author = await person("Of the first revision");
  const entryId = await article("Pinned", { author });
  const id = await releaseOf("Pinned", entryId);
  await entries().article.save({ id: entryId, expectedVersion: 1, fields: { author: fields.author } });
  expect(await releases().references({ id })).toMatchObject([{ id: author }]);
  await releases().setItem({ id, entryId, action: "publish" });
  expect(await releases().references({ id })).toEqual([]);
});

test("what is archived or published is nothing to add, nor what an entry refers to that is unpublished", async () => {
  const [archived, unseen] = [await person("Archived"), await person("Unseen by readers")];
  const first = await article("First", { author: archived });
  const second = await article("Second", { author: unseen });
  const id = await releaseOf("Bare", first, second, await article("Third"));
  await entries().person.archive({ id: archived, expectedVersion: 1 });
  expect(await releases().references({ id })).toMatchObject([{ id: unseen, by: { id: second } }]);
  await releases().setItem({ id, entryId: second, action: "unpublish" });
  expect(await releases().references({ id })).toEqual([]);
});

test("entries that a release publishes by itself say in which and when, until it is done, failed or unscheduled", async () => {
  const [first, second, neither] = [await article("A"), await article("B"), await article("C")];
  const name = "Autumn";
  const id = await releaseOf(name, first, second);
  await releaseOf("Waits for somebody", first);
  const asked = { entryIds: [first, neither] };
  expect(await releases().upcoming(asked)).toEqual([]);
  const at = inAnHour();
  await releases().schedule({ id, at });
  expect(await releases().upcoming(asked)).toEqual([{ entryId: first, release: { id, name }, at }]);
  const scheduleFailure = { code: "RELEASE_NOT_READY", message: "" };
  await api.db.release.update({ where: { id }, data: { scheduleFailure } });
  expect(await releases().upcoming(asked)).toEqual([]);
  await releases().schedule({ id, at });
  await releases().unschedule({ id });
  expect(await releases().upcoming(asked)).toEqual([]);
  await releases().publish({ id });
  expect(await releases().upcoming(asked)).toEqual([]);
});

test("a release that is not there has no references, and who may not manage releases learns of none", async () => {
  const id = "01a207a7-8848-7028-8c07-da352405241d";
  expect(await codeOf(releases().references({ id }))).toBe("RELEASE_MISSING");
  const author = api.as(await api.user("author")).releases;
  expect(await codeOf(author.references({ id }))).toBe("NOT_ALLOWED");
  expect(await codeOf(author.upcoming({ entryIds: [id] }))).toBe("NOT_ALLOWED");
});
