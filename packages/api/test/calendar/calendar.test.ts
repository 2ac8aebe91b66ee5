import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDue } from "../scheduling/due-times.ts";
import { articleFields, codeOf, createTestApi, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const hour = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * hour);
const week = () => ({ from: fromNow(-84), to: fromNow(84) });

test("it has what is upcoming, late, failed and published, of entries and releases, in the order of time", async () => {
  const editor = api.as(system);
  const draft = async (title: string) =>
    (await editor.entries.article.create({ fields: { ...fields, title } })).id;
  const schedule = (id: string) =>
    editor.entries.article.schedule({ id, expectedVersion: 1, at: fromNow(2) });
  const [upcoming, late, failed] = [await draft("Upcoming"), await draft("Late"), await draft("Failed")];
  for (const id of [upcoming, late, failed]) await schedule(id);
  await makeDue(api.db, late, 60);
  await makeDue(api.db, failed, 30);
  const failure = { code: "SLUG_TAKEN", message: "Taken.", issues: [] };
  await api.db.entry.update({ where: { id: failed }, data: { scheduleFailure: failure } });
  const published = await draft("Published");
  api.setClock(fromNow(-3).toISOString());
  await editor.entries.article.publish({ id: published, expectedVersion: 1 });
  const { id: releaseId } = await editor.releases.create({ name: "Spring" });
  await editor.releases.setItem({ id: releaseId, entryId: upcoming, action: "publish" });
  await editor.releases.schedule({ id: releaseId, at: fromNow(1) });
  const elsewhen = await draft("Next month");
  await editor.entries.article.schedule({ id: elsewhen, expectedVersion: 1, at: fromNow(800) });

  const entry = (id: string, title: string, status: string) => ({ id, type: "article", title, status });
  const items = await editor.calendar.list(week());
  expect(items).toMatchObject([
    { kind: "published", entry: entry(published, "Published", "published"), isLate: false },
    { kind: "scheduled", entry: entry(late, "Late", "scheduled"), failure: null, isLate: true },
    { kind: "scheduled", entry: entry(failed, "Failed", "scheduled"), failure, isLate: false },
    { kind: "release", entry: null, release: { id: releaseId, name: "Spring" }, isLate: false },
    { kind: "scheduled", entry: entry(upcoming, "Upcoming", "scheduled"), failure: null, isLate: false },
  ]);
  expect(items.map(({ at }) => at.getTime())).toEqual(items.map(({ at }) => at.getTime()).sort());

  await api.db.entry.update({ where: { id: late }, data: { deletedAt: new Date() } });
  await editor.releases.publish({ id: releaseId });
  const titles = (await editor.calendar.list(week())).map((item) => item.entry?.title ?? item.release?.name);
  expect(titles).not.toContain("Late");
  expect(titles).toContain("Spring");
});

test("what failed or is late is found whenever it should have been, and nothing else", async () => {
  const editor = api.as(system);
  const twoMonthsAgo = 60 * 24 * 3_600;
  const failure = { code: "SLUG_TAKEN", message: "Taken.", issues: [] };
  const { id: failed } = await editor.entries.tag.create({ fields: { name: "Failed long ago" } });
  const { id: late } = await editor.entries.tag.create({ fields: { name: "Late for long" } });
  const { id: upcoming } = await editor.entries.tag.create({ fields: { name: "Not yet" } });
  for (const id of [failed, late, upcoming])
    await editor.entries.tag.schedule({ id, expectedVersion: 1, at: fromNow(2) });
  await makeDue(api.db, failed, twoMonthsAgo);
  await makeDue(api.db, late, twoMonthsAgo - 1);
  await api.db.entry.update({ where: { id: failed }, data: { scheduleFailure: failure } });
  const published = await editor.entries.tag.create({ fields: { name: "Done" } });
  await editor.entries.tag.publish({ id: published.id, expectedVersion: 1 });
  const { id: releaseId } = await editor.releases.create({ name: "Failed release" });
  const { id: doneId } = await editor.releases.create({ name: "Done release" });
  const scheduleFailure = { code: "ENTRY_INCOMPLETE", message: "Not ready.", issues: [] };
  const scheduledFor = fromNow(-24 * 400);
  await api.db.release.update({ where: { id: releaseId }, data: { scheduledFor, scheduleFailure } });
  await api.db.release.update({ where: { id: doneId }, data: { publishedAt: scheduledFor } });

  const troubles = (await editor.calendar.list({ troubled: true })).filter(({ at }) => at < fromNow(-84));
  expect(troubles).toMatchObject([
    { kind: "release", release: { name: "Failed release" }, failure: scheduleFailure },
    { kind: "scheduled", entry: { title: "Failed long ago" }, failure },
    { kind: "scheduled", entry: { title: "Late for long" }, isLate: true },
  ]);
  const all = await editor.calendar.list({ troubled: true });
  expect(all.every((item) => item.failure || item.isLate)).toBe(true);
  const author = api.as(await api.user("author"));
  expect(await author.calendar.list({ troubled: true })).toEqual([]);
});

test("those who see only their own see what they made or are to work on, and no releases", async () => {
  const author = await api.user("author");
  const own = await api.as(author).entries.article.create({ fields: { ...fields, title: "Own" } });
  await api.as(author).entries.article.schedule({ id: own.id, expectedVersion: 1, at: fromNow(5) });
  const items = await api.as(author).calendar.list(week());
  expect(items.map(({ entry }) => entry?.title)).toEqual(["Own"]);
});

test("releases are in it for those who manage them, which keys that only read do not", async () => {
  const { id } = await api.as(system).releases.create({ name: "Secret merger" });
  const own = await api.as(system).entries.tag.create({ fields: { name: "In it" } });
  await api.as(system).releases.setItem({ id, entryId: own.id, action: "publish" });
  await api.as(system).releases.schedule({ id, at: fromNow(1) });
  const kinds = async (scope: "read" | "write") => {
    const actor = { kind: "apiKey", keyId: id, name: "Key", scope } as const;
    return new Set((await api.as(actor).calendar.list(week())).map(({ kind }) => kind));
  };
  expect(await kinds("read")).not.toContain("release");
  expect(await kinds("read")).toContain("scheduled");
  expect(await kinds("write")).toContain("release");
});

test("more than 100 days are refused", async () => {
  const call = api.as(system).calendar.list({ from: fromNow(0), to: fromNow(24 * 101) });
  await expect(call).rejects.toThrow("100 days");
  expect(await codeOf(api.as({ kind: "nobody" }).calendar.list(week()))).toBe("NOT_SIGNED_IN");
});
