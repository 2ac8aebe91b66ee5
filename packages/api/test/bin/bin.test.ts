import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { purgeBin } from "../../src/bin/purge-bin.ts";
import { articleFields, codeOf, createTestApi, errorOf, nobody, type TestApi } from "../test-api.ts";

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
const bin = (actor = editor) => api.as(actor).bin;
const drafted = (title: string, actor = editor) => articles(actor).create({ fields: { ...fields, title } });
async function binned(title: string, actor = editor) {
  const { id } = await drafted(title, actor);
  await articles(actor).delete({ id, expectedVersion: 1 });
  return id;
}
const read = (slug: string) => api.as(nobody).content.article.get({ slug });
const age = (id: string, days: number) =>
  api.db
    .$executeRaw`UPDATE entry SET deleted_at = now() - make_interval(days => ${days}::int) WHERE id = ${id}::uuid`;
const eventsOf = async (entryId: string) =>
  (await api.db.event.findMany({ where: { entryId }, orderBy: { id: "asc" } })).map(({ name }) => name);

describe("a deleted entry", () => {
  test("goes to the bin with all its revisions and comments, and is missing everywhere else", async () => {
    const { id, slug } = await drafted("Into the bin");
    await articles().publish({ id, expectedVersion: 1 });
    await articles().save({ id, expectedVersion: 1, fields: { body: "Two" } });
    const comment = await api.as(editor).comments.create({ entryId: id, body: "Kept" });
    await articles().delete({ id, expectedVersion: 2 });

    expect(await codeOf(read(slug))).toBe("ENTRY_MISSING");
    const at = { id, expectedVersion: 2 };
    for (const call of [
      () => articles().get({ id }),
      () => articles().save({ ...at, fields: { body: "x" } }),
      () => articles().publish(at),
      () => articles().unpublish({ id }),
      () => articles().submit(at),
      () => articles().assign({ id, userId: null }),
      () => articles().revisions({ id }),
      () => articles().revision({ id, version: 1 }),
      () => articles().restore({ ...at, version: 1 }),
      () => articles().delete(at),
      () => api.as(editor).comments.list({ entryId: id }),
      () => api.as(editor).comments.create({ entryId: id, body: "x" }),
    ])
      expect(await codeOf(call())).toBe("ENTRY_MISSING");
    expect(await codeOf(api.as(editor).comments.resolve({ id: comment.id }))).toBe("COMMENT_MISSING");
    expect((await articles().list({ ids: [id] })).items).toEqual([]);
    expect(await articles().choices({ ids: [id] })).toEqual([]);
    const author = await api.user("author");
    expect(await articles(author).choices({ ids: [id] })).toEqual([]);

    await bin().restore({ id });
    expect((await articles().revisions({ id })).items.map(({ version }) => version)).toEqual([2, 1]);
    expect(await api.as(editor).comments.list({ entryId: id })).toHaveLength(1);
    expect(await eventsOf(id)).toEqual([
      "entry.created",
      "entry.published",
      "entry.saved",
      "comment.created",
      "entry.unpublished",
      "entry.deleted",
      "entry.undeleted",
    ]);
  });

  test("is listed with who deleted it and until when it stays, the last first", async () => {
    const author = await api.user("author");
    const first = await binned("Listed first", author);
    const second = await binned("Listed second", author);
    const page = await bin(author).list({ limit: 1 });
    expect(page.items).toEqual([
      {
        id: second,
        type: "article",
        title: "Listed second",
        slug: "listed-second",
        version: 1,
        deletedAt: expect.any(Date),
        deletedBy: { id: author.userId, name: "author" },
        purgeAt: expect.any(Date),
      },
    ]);
    const [item] = page.items;
    expect((item?.purgeAt.getTime() ?? 0) - (item?.deletedAt.getTime() ?? 0)).toBe(30 * 86_400_000);
    const next = await bin(author).list({ cursor: page.nextCursor ?? "" });
    expect(next.items.map(({ id }) => id)).toEqual([first]);
    expect((await bin(author).list({ type: "page" })).items).toEqual([]);
  });

  test("is nothing to those who did not see it before", async () => {
    const id = await binned("Not yours");
    const author = await api.user("author");
    expect((await bin(author).list()).items).toEqual([]);
    expect(await codeOf(bin(author).restore({ id }))).toBe("ENTRY_MISSING");
    expect(await codeOf(bin(author).purge({ id }))).toBe("ENTRY_MISSING");
    expect((await bin(await api.user("contributor")).list()).items).toEqual([]);
  });

  test("is deleted for good by those who made it, and by none whom it was assigned to", async () => {
    const author = await api.user("author");
    const { id } = await drafted("Assigned");
    await articles().assign({ id, userId: author.userId });
    await articles(author).delete({ id, expectedVersion: 1 });
    const refusal = await errorOf(bin(author).purge({ id }));
    expect(refusal).toMatchObject({ errorCode: "NOT_ALLOWED", details: { permission: "entries.review" } });
    expect((await bin(author).list()).items.map((item) => item.id)).toEqual([id]);
    const own = await binned("Own", author);
    await bin(author).purge({ id: own });
    await bin().purge({ id });
    expect(await api.db.entry.count({ where: { id: { in: [id, own] } } })).toBe(0);
  });

  test("is neither scheduled nor present nor in a release any more, which the event says", async () => {
    const { id } = await drafted("Planned");
    await api.db.entry.update({ where: { id }, data: { scheduledFor: new Date(), scheduledVersion: 1 } });
    await api.db.$executeRaw`
      INSERT INTO presence (id, entry_id, user_id) VALUES (gen_random_uuid(), ${id}::uuid, ${editor.userId}::uuid)`;
    const items = { create: { entryId: id, action: "publish", version: 1 } } as const;
    const now = new Date();
    const open = await api.db.release.create({ data: { name: "Open", updatedAt: now, items } });
    const past = await api.db.release.create({
      data: { name: "Past", updatedAt: now, publishedAt: now, items },
    });
    await articles().delete({ id, expectedVersion: 1 });
    expect(await api.db.entry.findUnique({ where: { id } })).toMatchObject({
      scheduledFor: null,
      scheduledVersion: null,
    });
    expect(await api.db.presence.count({ where: { entryId: id } })).toBe(0);
    expect(await api.db.releaseItem.findMany({ where: { entryId: id } })).toMatchObject([
      { releaseId: past.id },
    ]);
    const events = await api.db.event.findMany({ orderBy: { id: "desc" }, take: 2 });
    expect(events.map(({ name, payload }) => ({ name, payload }))).toMatchObject([
      { name: "release.changed", payload: { releaseId: open.id, title: "Open" } },
      { name: "entry.deleted", payload: { leftReleases: [open.id] } },
    ]);
  });
});

describe("the slug of a deleted entry", () => {
  test("is free for others, who keep it when that one comes back with a number", async () => {
    const id = await binned("Wanted");
    expect((await drafted("Wanted")).slug).toBe("wanted");
    expect(await bin().restore({ id })).toEqual({ id, type: "article", slug: "wanted-2" });
    expect(await articles().get({ id })).toMatchObject({ version: 2, slug: "wanted-2", status: "draft" });
    expect(await articles().revision({ id, version: 2 })).toMatchObject({
      slug: "wanted-2",
      fields: { title: "Wanted" },
    });
  });

  test("is free for whoever asks for it by name, in a new entry, a save and a restored revision", async () => {
    await binned("By name");
    const other = await drafted("Another");
    const at = { id: other.id, expectedVersion: 1 };
    expect((await articles().save({ ...at, fields: { slug: "by-name" } })).slug).toBe("by-name");
    await articles().save({ id: other.id, expectedVersion: 2, fields: { slug: "on-its-way" } });
    const third = await articles().create({ fields: { ...fields, title: "Third", slug: "by-name" } });
    await articles().delete({ id: third.id, expectedVersion: 1 });
    const restored = await articles().restore({ id: other.id, version: 2, expectedVersion: 3 });
    expect(restored.slug).toBe("by-name");
  });

  test("is its own again where nobody took it", async () => {
    const id = await binned("Nobody's");
    expect((await bin().restore({ id })).slug).toBe("nobodys");
    expect((await articles().get({ id })).version).toBe(1);
  });

  test("is one entry's when many of that slug come back at once", async () => {
    const ids = [await binned("Thrice"), await binned("Thrice"), await binned("Thrice")];
    await api.connect();
    const back = await Promise.all(ids.map((id) => bin().restore({ id })));
    expect(back.map(({ slug }) => slug).sort()).toEqual(["thrice", "thrice-2", "thrice-3"]);
  });
});

test("what was published, approved or archived comes back as a draft", async () => {
  const shown = await drafted("Shown");
  await articles().publish({ id: shown.id, expectedVersion: 1 });
  const approved = await drafted("Approved");
  await articles().submit({ id: approved.id, expectedVersion: 1 });
  await articles().approve({ id: approved.id, expectedVersion: 1 });
  const away = await drafted("Away");
  await articles().archive({ id: away.id, expectedVersion: 1 });
  const statuses = [];
  for (const { id } of [shown, approved, away]) {
    await articles().delete({ id, expectedVersion: 1 });
    await bin().restore({ id });
    const { status, isPublished } = await articles().get({ id });
    statuses.push([status, isPublished]);
  }
  expect(statuses).toEqual([
    ["unpublished", false],
    ["draft", false],
    ["draft", false],
  ]);
});

describe("for good", () => {
  test("an entry is deleted with all that is its own, from the bin only", async () => {
    const { id } = await drafted("For good");
    expect(await codeOf(bin().purge({ id }))).toBe("ENTRY_MISSING");
    await articles().delete({ id, expectedVersion: 1 });
    await bin().purge({ id });
    expect(await api.db.entry.count({ where: { id } })).toBe(0);
    expect(await api.db.revision.count({ where: { entryId: id } })).toBe(0);
    expect((await eventsOf(id)).at(-1)).toBe("entry.purged");
    expect(await codeOf(bin().restore({ id }))).toBe("ENTRY_MISSING");
  });

  test("an entry is deleted after 30 days by the clock of the database, and not a day before", async () => {
    const [old, young] = [await binned("Old"), await binned("Young")];
    await age(old, 31);
    await age(young, 29);
    api.setClock("2099-01-01T00:00:00Z");
    expect(await purgeBin(api.deps)).toBe(1);
    api.setClock("2026-03-01T12:00:00Z");
    expect(await api.db.entry.count({ where: { id: { in: [old, young] } } })).toBe(1);
    expect((await eventsOf(old)).at(-1)).toBe("entry.purged");
    expect(await purgeBin(api.deps)).toBe(0);
  });

  test("many nodes delete each once, and none waits for who restores one at this moment", async () => {
    const ids: string[] = [];
    for (let one = 0; one < 6; one++) ids.push(await binned(`Many ${one}`));
    for (const id of ids) await age(id, 31);
    const [busy = ""] = ids;
    const release = await api.hold(async (tx) => {
      await tx.entry.update({ where: { id: busy }, data: { deletedAt: null } });
    });
    const purged = await Promise.all(Array.from({ length: 4 }, () => purgeBin(api.deps)));
    expect(purged.reduce((sum, one) => sum + one)).toBe(5);
    await release();
    expect(await purgeBin(api.deps)).toBe(0);
    expect(await api.db.entry.count({ where: { id: { in: ids } } })).toBe(1);
    expect(await api.db.event.count({ where: { name: "entry.purged", entryId: { in: ids } } })).toBe(5);
  });
});
