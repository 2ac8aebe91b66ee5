import { lockEntry } from "@letterpress/db/lock-rows";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

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
const draft = (title: string, more: object = {}) =>
  articles().create({ fields: { ...fields, title, ...more } });

async function published(title: string) {
  const { id } = await draft(title);
  return articles().publish({ id, expectedVersion: 1 });
}

/** A release of these entries, each published as it is now. */
async function releaseOf(name: string, ...entryIds: string[]) {
  const { id } = await releases().create({ name });
  for (const entryId of entryIds) await releases().setItem({ id, entryId, action: "publish" });
  return id;
}

test("what is in a release is published and unpublished together, and says so in events", async () => {
  const editor = await api.user("editor");
  const [fresh, changed, old] = [await draft("Fresh"), await published("Changed"), await published("Old")];
  await articles().save({ id: changed.id, expectedVersion: 1, fields: { body: "Second edition." } });
  const id = await releaseOf("Spring", fresh.id, changed.id);
  const before = await releases().setItem({ id, entryId: old.id, action: "unpublish" });
  expect(before).toMatchObject({ itemCount: 3, publishedAt: null, schedule: null });
  expect(before.items).toMatchObject([
    { entryId: fresh.id, action: "publish", version: 1, currentVersion: 1, status: "draft" },
    { entryId: changed.id, action: "publish", version: 2, status: "changed" },
    { entryId: old.id, action: "unpublish", version: null, status: "published" },
  ]);
  expect(await releases().problems({ id })).toEqual([]);

  const done = await api.as(editor).releases.publish({ id });
  expect(done.publishedAt).toEqual(api.deps.clock());
  expect((await read(fresh.slug)).title).toBe("Fresh");
  expect((await read(changed.slug)).body.text).toBe("Second edition.");
  expect(await codeOf(read(old.slug))).toBe("ENTRY_MISSING");
  const events = await api.db.event.findMany({ orderBy: { id: "desc" }, take: 4 });
  expect(events.map(({ name }) => name).sort()).toEqual(
    ["entry.published", "entry.published", "entry.unpublished", "release.published"].sort(),
  );
  expect(events.every(({ actorId }) => actorId === editor.userId)).toBe(true);
  expect(events[0]).toMatchObject({ name: "release.published", payload: { releaseId: id, title: "Spring" } });
});

test("the revision that was put in is published, not what was saved since", async () => {
  const { id: entryId, slug } = await draft("Kept back");
  const id = await releaseOf("Pinned", entryId);
  await articles().save({ id: entryId, expectedVersion: 1, fields: { body: "Secret" } });
  await releases().publish({ id });
  expect(JSON.stringify(await read(slug))).not.toContain("Secret");
  expect((await articles().get({ id: entryId })).status).toBe("changed");
});

test("readers are not taken back: an older revision than the one that is published is a problem", async () => {
  const { id: entryId, slug } = await draft("Corrected by hand");
  const id = await releaseOf("Overtaken", entryId);
  await articles().save({ id: entryId, expectedVersion: 1, fields: { body: "Corrected." } });
  await articles().publish({ id: entryId, expectedVersion: 2 });
  expect(await releases().problems({ id })).toMatchObject([{ id: entryId, code: "REVISION_OLDER" }]);
  expect(await codeOf(releases().publish({ id }))).toBe("RELEASE_NOT_READY");
  expect((await read(slug)).body.text).toBe("Corrected.");
  await releases().setItem({ id, entryId, action: "publish" });
  expect(await releases().problems({ id })).toEqual([]);
});

describe("of a release that is not ready nothing is published", () => {
  test("and every problem of every entry is told", async () => {
    const [fine, lacks, gone] = [await draft("Fine"), await draft("Lacks a body"), await draft("Archived")];
    const id = await releaseOf("Not ready", fine.id, lacks.id, gone.id);
    await api.db.revision.updateMany({ where: { entryId: lacks.id }, data: { fields: {} } });
    await api.db.entry.update({ where: { id: lacks.id }, data: { fields: { title: "Lacks a body" } } });
    await articles().archive({ id: gone.id, expectedVersion: 1 });
    const problems = await releases().problems({ id });
    expect(problems.map(({ title, code }) => [title, code])).toEqual([
      ["Lacks a body", "ENTRY_INCOMPLETE"],
      ["Archived", "ACTION_NOT_POSSIBLE"],
    ]);
    // With the fields that it is about, where it is about some.
    expect(problems[0]?.issues.map(({ path }) => path)).toContain("fields.body");
    expect(problems[1]?.issues).toEqual([]);
    const at = new Date(Date.now() + 3_600_000);
    for (const call of [() => releases().publish({ id }), () => releases().schedule({ id, at })])
      expect(await errorOf(call())).toMatchObject({ errorCode: "RELEASE_NOT_READY", details: { problems } });
    expect(await codeOf(read(fine.slug))).toBe("ENTRY_MISSING");
    expect((await releases().get({ id })).publishedAt).toBeNull();
  });

  test("also where it fails on its way", async () => {
    const [one, two] = [await draft("First half"), await draft("Second half")];
    const id = await releaseOf("Half", one.id, two.id);
    await api.db.$executeRaw`
      ALTER TABLE published_entry ADD CONSTRAINT no_second CHECK (title <> 'Second half') NOT VALID`;
    await expect(releases().publish({ id })).rejects.toThrow();
    await api.db.$executeRaw`ALTER TABLE published_entry DROP CONSTRAINT no_second`;
    expect(await codeOf(read(one.slug))).toBe("ENTRY_MISSING");
    expect((await releases().publish({ id })).publishedAt).not.toBeNull();
    expect((await read(two.slug)).title).toBe("Second half");
  });
});

test("to be told its problems nobody waits for those who change its entries, nor do they wait", async () => {
  const entry = await draft("Locked");
  const id = await releaseOf("Looked at", entry.id);
  const release = await api.hold(async (tx) => {
    await lockEntry(tx, entry.id);
    await lockEntry(tx, fields.author);
  });
  expect(await releases().problems({ id })).toEqual([]);
  await release();
});

test("an entry that is in the bin keeps it from being published", async () => {
  const { id: entryId } = await draft("Thrown away");
  const id = await releaseOf("With a hole", entryId);
  await api.db.entry.update({ where: { id: entryId }, data: { deletedAt: new Date() } });
  expect(await releases().problems({ id })).toMatchObject([{ id: entryId, code: "ENTRY_MISSING" }]);
});

test("an entry that is not published any more is no problem where it is to be unpublished", async () => {
  const { id: entryId } = await published("Gone before");
  const { id } = await releases().create({ name: "Late" });
  await releases().setItem({ id, entryId, action: "unpublish" });
  await articles().unpublish({ id: entryId });
  expect((await releases().publish({ id })).publishedAt).not.toBeNull();
});

test("a later revision stays scheduled when an older one is released", async () => {
  const { id: entryId } = await draft("Two steps");
  const id = await releaseOf("First step", entryId);
  await articles().save({ id: entryId, expectedVersion: 1, fields: { body: "Second step." } });
  await articles().schedule({ id: entryId, expectedVersion: 2, at: new Date(Date.now() + 3_600_000) });
  await releases().publish({ id });
  expect(await articles().get({ id: entryId })).toMatchObject({
    status: "scheduled",
    schedule: { version: 2 },
  });
});

describe("addresses", () => {
  test("that entries of a release give up are free for its others, even for a swap", async () => {
    const [one, two, three] = [await published("Left"), await published("Right"), await draft("New")];
    const move = (id: string, expectedVersion: number, slug: string) =>
      articles().save({ id, expectedVersion, fields: { slug } });
    await move(one.id, 1, "away");
    await move(two.id, 1, "left");
    await move(one.id, 2, "right");
    const id = await releaseOf("Swap", two.id, one.id);
    await releases().publish({ id });
    expect([(await read("left")).id, (await read("right")).id]).toEqual([two.id, one.id]);

    await move(two.id, 2, "moved-away");
    await move(three.id, 1, "left");
    const next = await releaseOf("In its place", three.id, two.id);
    await releases().publish({ id: next });
    expect([(await read("left")).id, (await read("moved-away")).id]).toEqual([three.id, two.id]);
  });

  test("that others keep are a problem", async () => {
    const holder = await published("Held");
    await articles().save({ id: holder.id, expectedVersion: 1, fields: { slug: "held-no-more" } });
    const { id: entryId } = await draft("Wants it", { slug: "held" });
    const id = await releaseOf("Taken", entryId);
    expect(await releases().problems({ id })).toMatchObject([{ id: entryId, code: "SLUG_TAKEN" }]);
    // Of two that it publishes, one gets it.
    const other = await draft("Wants it, too");
    await api.db.revision.updateMany({ where: { entryId: other.id }, data: { slug: "twice" } });
    await articles().save({ id: other.id, expectedVersion: 1, fields: { body: "Next" } });
    const second = await draft("Has it", { slug: "twice" });
    const both = await releaseOf("Both", second.id);
    await releases().setItem({ id: both, entryId: other.id, action: "publish", version: 1 });
    expect(await releases().problems({ id: both })).toMatchObject([{ code: "SLUG_TAKEN" }]);
  });
});

test("of two who publish it at once, one does", async () => {
  const { id: entryId } = await draft("Once");
  const id = await releaseOf("Twice", entryId);
  const outcomes = await Promise.all(
    [1, 2].map(() =>
      releases()
        .publish({ id })
        .then(
          () => "done",
          () => "refused",
        ),
    ),
  );
  expect(outcomes.sort()).toEqual(["done", "refused"]);
  expect(await codeOf(releases().publish({ id }))).toBe("RELEASE_PUBLISHED");
  expect(await api.db.event.count({ where: { entryId, name: "entry.published" } })).toBe(1);
});

test("a published release does not change any more, and is told from open ones", async () => {
  const { id: entryId } = await draft("Done");
  const id = await releaseOf("Closed", entryId);
  await releases().publish({ id });
  const calls = releases();
  for (const call of [
    () => calls.update({ id, name: "Other" }),
    () => calls.setItem({ id, entryId, action: "unpublish" }),
    () => calls.removeItem({ id, entryId }),
    () => calls.schedule({ id, at: new Date(Date.now() + 3_600_000) }),
    () => calls.unschedule({ id }),
    () => calls.delete({ id }),
  ])
    expect(await codeOf(call())).toBe("RELEASE_PUBLISHED");
  const ids = async (state: "open" | "published") => {
    const { items } = await calls.list({ state, limit: 100 });
    return items.map((release) => release.id);
  };
  expect(await ids("published")).toContain(id);
  expect(await ids("open")).not.toContain(id);
});

test("releases are made, named, listed page by page, and deleted without their entries", async () => {
  const { id: entryId } = await draft("Stays");
  const { id } = await releases().create({ name: "  Draft name ", note: "For May" });
  await releases().setItem({ id, entryId, action: "publish" });
  expect(await releases().update({ id, name: "Name" })).toMatchObject({ name: "Name", note: "For May" });
  expect((await releases().removeItem({ id, entryId })).items).toEqual([]);
  const [first, second] = [await releases().list({ limit: 1 }), await releases().list({ limit: 2 })];
  const next = await releases().list({ limit: 1, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...next.items]).toEqual(second.items);
  await releases().delete({ id });
  expect(await codeOf(releases().get({ id }))).toBe("RELEASE_MISSING");
  expect((await articles().get({ id: entryId })).title).toBe("Stays");
  const names = await api.db.event.findMany({
    where: { payload: { path: ["releaseId"], equals: id } },
    orderBy: { id: "asc" },
  });
  const about = { releaseId: id, title: "Draft name" };
  expect(names.map(({ name, payload }) => [name, payload])).toEqual([
    ["release.created", about],
    ["release.changed", { ...about, change: "added", entryTitle: "Stays" }],
    ["release.changed", { ...about, title: "Name", change: "renamed", oldTitle: "Draft name" }],
    ["release.changed", { ...about, title: "Name", change: "removed", entryTitle: "Stays" }],
    ["release.deleted", { ...about, title: "Name" }],
  ]);
});

test("what cannot be put in is refused", async () => {
  const { id: entryId } = await draft("Real");
  const { id } = await releases().create({ name: "Picky" });
  const set = (input: object) =>
    releases().setItem({ id, entryId, action: "publish", ...input } as { id: string } & never);
  expect(await codeOf(set({ entryId: "01890000-0000-7000-8000-000000000000" }))).toBe("ENTRY_MISSING");
  expect(await codeOf(set({ version: 7 }))).toBe("REVISION_MISSING");
  expect(await codeOf(set({ id: "01890000-0000-7000-8000-000000000000" }))).toBe("RELEASE_MISSING");
  await articles().archive({ id: entryId, expectedVersion: 1 });
  expect(await codeOf(set({}))).toBe("ACTION_NOT_POSSIBLE");
  expect((await errorOf(releases().publish({ id }))).errorCode).toBe("BAD_INPUT");
});

test("a release has 200 entries at most", async () => {
  const { id: entryId } = await draft("One too many");
  const { id } = await releases().create({ name: "Full" });
  await api.db.$executeRaw`
    INSERT INTO entry (id, type, locale, slug, title, version, schema_version, fields, updated_at)
    SELECT gen_random_uuid(), 'article', 'main', 'full-' || n, '', 1, 1, '{}', now() FROM generate_series(1, 200) AS n`;
  await api.db.$executeRaw`
    INSERT INTO release_item (release_id, entry_id, action, version)
    SELECT ${id}::uuid, id, 'publish', 1 FROM entry WHERE slug LIKE 'full-%'`;
  expect(await codeOf(releases().setItem({ id, entryId, action: "publish" }))).toBe("BAD_INPUT");
  expect((await releases().problems({ id })).length).toBe(200);
});

test("only those who see every entry have to do with releases", async () => {
  const { id } = await releases().create({ name: "Not theirs" });
  for (const role of ["author", "contributor"] as const)
    expect(await codeOf(api.as(await api.user(role)).releases.get({ id }))).toBe("NOT_ALLOWED");
});
