import { afterAll, beforeAll, expect, test } from "vitest";
import { publishDueRelease as publishDue } from "../../src/scheduling/publish-due-release.ts";
import { makeReleaseDue } from "../scheduling/due-times.ts";
import { articleFields, codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
  await api.connect();
});
afterAll(() => api[Symbol.asyncDispose]());

const articles = () => api.as(system).entries.article;
const releases = () => api.as(system).releases;
const read = (slug: string) => api.as(nobody).content.article.get({ slug });
const publishDueRelease = () => publishDue(api.deps, { types: [], except: [] });
const at = () => new Date(Date.now() + 3_600_000);

async function scheduled(name: string, titles: string[]) {
  const { id } = await releases().create({ name });
  const entryIds: string[] = [];
  for (const title of titles) {
    const { id: entryId } = await articles().create({ fields: { ...fields, title } });
    await releases().setItem({ id, entryId, action: "publish" });
    entryIds.push(entryId);
  }
  await releases().schedule({ id, at: at() });
  return { id, entryIds };
}

test("a release that is due is published by one of many, dated as it was scheduled", async () => {
  const { id } = await scheduled("Summer", ["June", "July"]);
  expect(await publishDueRelease()).toBe(false);
  const due = await makeReleaseDue(api.db, id);
  const done = await Promise.all([1, 2, 3].map(publishDueRelease));
  expect(done.filter(Boolean).length).toBe(1);
  expect((await read("june")).publishedAt).toEqual(due);
  expect((await read("july")).publishedAt).toEqual(due);
  const release = await releases().get({ id });
  expect(release.schedule).toBeNull();
  expect(release.publishedAt && release.publishedAt >= due).toBe(true);
  expect(await api.db.event.count({ where: { name: "release.published" } })).toBe(1);
});

test("a release that cannot be published at its time says why, and is published once it is scheduled anew", async () => {
  const { id, entryIds } = await scheduled("Autumn", ["September", "October"]);
  const october = entryIds[1] ?? "";
  await api.db.entry.update({ where: { id: october }, data: { deletedAt: new Date() } });
  await makeReleaseDue(api.db, id);
  await publishDueRelease();
  expect(await publishDueRelease()).toBe(false);
  const { schedule } = await releases().get({ id });
  expect(schedule?.failure).toMatchObject({
    code: "RELEASE_NOT_READY",
    message: expect.stringContaining("“October”: The entry is in the bin"),
  });
  expect(await codeOf(read("september"))).toBe("ENTRY_MISSING");
  expect(await api.db.event.count({ where: { name: "release.scheduleFailed" } })).toBe(1);
  await api.db.entry.update({ where: { id: october }, data: { deletedAt: null } });
  expect((await releases().schedule({ id, at: at() })).schedule?.failure).toBeNull();
  await makeReleaseDue(api.db, id);
  expect(await publishDueRelease()).toBe(true);
  expect((await read("october")).title).toBe("October");
});

test("a content type that is gone is told once, and one that a newer deployment has is waited for", async () => {
  const { id, entryIds } = await scheduled("Spring cleaning", ["Of a type"]);
  const [entryId = ""] = entryIds;
  await api.db.entry.update({ where: { id: entryId }, data: { type: "recipe" } });
  await api.db.contentType.create({
    data: { name: "recipe", version: 1, description: {}, seenAt: new Date() },
  });
  await makeReleaseDue(api.db, id);
  await expect(publishDueRelease()).rejects.toThrow("it is tried again");
  expect((await releases().get({ id })).schedule?.failure).toBeNull();
  await api.db.contentType.delete({ where: { name: "recipe" } });
  expect(await publishDueRelease()).toBe(true);
  expect(await publishDueRelease()).toBe(false);
  expect((await releases().get({ id })).schedule?.failure).toMatchObject({
    code: "RELEASE_NOT_READY",
    message: expect.stringContaining("There is no content type “recipe” any more"),
  });
  await releases().delete({ id });
});

test("an unscheduled release waits for somebody", async () => {
  const { id } = await scheduled("Winter", ["December"]);
  await makeReleaseDue(api.db, id);
  expect((await releases().unschedule({ id })).schedule).toBeNull();
  expect(await publishDueRelease()).toBe(false);
  const past = new Date(Date.now() - 1_000);
  expect(await codeOf(releases().schedule({ id, at: past }))).toBe("BAD_INPUT");
});
