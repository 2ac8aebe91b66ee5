import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { removeCoalesced } from "../../src/entries/remove-coalesced.ts";
import { createTestApi, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let ann: Awaited<ReturnType<TestApi["user"]>>;
let bob: Awaited<ReturnType<TestApi["user"]>>;
beforeAll(async () => {
  api = await createTestApi();
  ann = await api.user("editor");
  bob = await api.user("editor");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => api.setClock("2026-03-01T12:00:00Z"));

const articles = (user = ann) => api.as(user).entries.article;
const begin = async (autosave = true) =>
  (await articles().create({ fields: { title: "Begun" } as never, autosave })).id;
let count = 0;
/** Saves something new on top of the version. */
const save = (
  id: string,
  expectedVersion: number,
  options: { autosave?: boolean; note?: string },
  user = ann,
) => articles(user).save({ id, expectedVersion, fields: { standfirst: `Text ${++count}` }, ...options });
const auto = { autosave: true };
const at = (time: string) => api.setClock(`2026-03-01T${time}Z`);
const listed = async (id: string) =>
  (await articles().revisions({ id })).items.map(({ version, kind }) => `${version} ${kind}`);
const stored = async (id: string) =>
  (await api.db.revision.findMany({ where: { entryId: id }, orderBy: { version: "asc" } })).map(
    ({ version }) => version,
  );

describe("autosaves", () => {
  test("of one sitting are one line in the list, while every one of them is a revision", async () => {
    const id = await begin();
    for (let version = 1; version <= 4; version++) await save(id, version, auto);
    expect(await listed(id)).toEqual(["5 autosave"]);
    expect(await stored(id)).toEqual([1, 2, 3, 4, 5]);
  });

  test("are stood for by the save that follows them", async () => {
    const id = await begin();
    await save(id, 1, auto);
    await save(id, 2, { note: "Done" });
    await save(id, 3, {});
    expect(await listed(id)).toEqual(["4 save", "3 save"]);
  });

  test("never stand for a save", async () => {
    const id = await begin(false);
    await save(id, 1, auto);
    await save(id, 2, auto);
    expect(await listed(id)).toEqual(["3 autosave", "1 save"]);
  });

  test("of a day keep one for every ten minutes of it", async () => {
    const id = await begin();
    at("12:09:00");
    await save(id, 1, auto);
    at("12:11:00");
    await save(id, 2, auto);
    at("12:20:00");
    await save(id, 3, auto);
    at("12:22:00");
    await save(id, 4, auto);
    expect(await listed(id)).toEqual(["5 autosave", "4 autosave", "2 autosave"]);
  });

  test("of somebody else stay in the list", async () => {
    const id = await begin();
    await save(id, 1, auto, bob);
    await save(id, 2, auto);
    await save(id, 3, auto);
    expect(await listed(id)).toEqual(["4 autosave", "2 autosave", "1 autosave"]);
  });

  test("of programs stay in the list, as nobody knows whether they are one", async () => {
    const { article } = api.as(system).entries;
    const { id } = await article.create({ fields: { title: "Program" } as never, autosave: true });
    await article.save({ id, expectedVersion: 1, fields: { title: "Programs" }, autosave: true });
    expect(await listed(id)).toEqual(["2 autosave", "1 autosave"]);
  });

  test("before a restored revision stay in the list", async () => {
    const id = await begin(false);
    await save(id, 1, auto);
    await articles().restore({ id, version: 1, expectedVersion: 2, note: "Was better" });
    expect(await listed(id)).toEqual(["3 restore", "2 autosave", "1 save"]);
    expect((await articles().revisions({ id })).items[0]?.note).toBe("Was better");
  });

  test("that readers see, that are scheduled, in a release or commented on stay in the list", async () => {
    const pin: ((id: string) => Promise<unknown>)[] = [
      (id) => api.db.entry.update({ where: { id }, data: { publishedVersion: 1 } }),
      (id) => api.db.entry.update({ where: { id }, data: { scheduledVersion: 1, scheduledFor: new Date() } }),
      (id) => pinInRelease(id),
      (id) => api.as(bob).comments.create({ entryId: id, body: "Why?" }),
    ];
    for (const one of pin) {
      const id = await begin();
      await one(id);
      await save(id, 1, auto);
      await save(id, 2, auto);
      expect(await listed(id)).toEqual(["3 autosave", "1 autosave"]);
    }
  });

  test("that a later one stands for can still be read, as what somebody else's save was made from", async () => {
    const id = await begin();
    await save(id, 1, auto);
    expect(await articles().revision({ id, version: 1 })).toMatchObject({ fields: { title: "Begun" } });
  });

  test("say so in their events", async () => {
    const id = await begin();
    await save(id, 1, auto);
    await save(id, 2, {});
    const events = await api.db.event.findMany({ where: { entryId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ name, payload }) => [name, (payload as { autosave?: boolean }).autosave])).toEqual([
      ["entry.created", undefined],
      ["entry.saved", true],
      ["entry.saved", false],
    ]);
  });
});

async function pinInRelease(entryId: string) {
  const { id: releaseId } = await api.db.release.create({ data: { name: "R", updatedAt: new Date() } });
  await api.db.releaseItem.create({ data: { releaseId, entryId, action: "publish", version: 1 } });
}

describe("a note", () => {
  test("is kept with its revision, without the blanks around it", async () => {
    const id = await begin(false);
    await save(id, 1, { note: " For the lawyers " });
    expect((await articles().revisions({ id })).items[0]).toMatchObject({
      version: 2,
      note: "For the lawyers",
    });
  });

  test("makes a revision of its own where nothing else changed, as it would be lost", async () => {
    const id = await begin(false);
    const saved = await articles().save({ id, expectedVersion: 1, fields: {}, note: "Checked" });
    expect(saved.version).toBe(2);
    expect((await articles().save({ id, expectedVersion: 2, fields: {}, note: " " })).version).toBe(2);
  });

  test("of more than 200 characters is refused", async () => {
    const id = await begin();
    await expect(save(id, 1, { note: "x".repeat(201) })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("what later saves stand for", () => {
  const age = (id: string, minutes: number) =>
    api.db.$executeRaw`
      UPDATE revision SET created_at = now() - make_interval(mins => ${minutes}::int) WHERE entry_id = ${id}::uuid`;
  const removeAll = async () => {
    let removed = 0;
    for (let one = 1; one > 0; removed += one) one = await removeCoalesced(api.deps);
    return removed;
  };

  test("is removed after an hour, and nothing else is", async () => {
    const [old, young] = [await begin(), await begin()];
    for (const id of [old, young])
      for (let version = 1; version <= 3; version++) await save(id, version, auto);
    await age(old, 61);
    await age(young, 59);
    await removeAll();
    expect(await stored(old)).toEqual([4]);
    expect(await stored(young)).toEqual([1, 2, 3, 4]);
  });

  test("stays while readers see it, it is scheduled, in a release, or commented on", async () => {
    const id = await begin();
    for (let version = 1; version <= 5; version++) await save(id, version, auto);
    await age(id, 100);
    await pinInRelease(id);
    await api.db.entry.update({
      where: { id },
      data: { publishedVersion: 2, scheduledVersion: 3, scheduledFor: new Date() },
    });
    await api.db.comment.create({ data: { entryId: id, version: 4, body: "x", authorName: "Bob" } });
    await removeAll();
    expect(await stored(id)).toEqual([1, 2, 3, 4, 6]);
  });

  test("is removed once by many nodes at once, none of which waits for whoever is at work on an entry", async () => {
    const ids = [await begin(), await begin()];
    for (const id of ids) {
      for (let version = 1; version <= 3; version++) await save(id, version, auto);
      await age(id, 100);
    }
    const [busy = "", free = ""] = ids;
    const release = await api.hold(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${busy}::uuid FOR UPDATE`;
    });
    const removed = await Promise.all(Array.from({ length: 4 }, () => removeCoalesced(api.deps)));
    expect(removed.reduce((sum, one) => sum + one)).toBe(3);
    expect([await stored(busy), await stored(free)]).toEqual([[1, 2, 3, 4], [4]]);
    await release();
    expect(await removeAll()).toBe(3);
  });
});
