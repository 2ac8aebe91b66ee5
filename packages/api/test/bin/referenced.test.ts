import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, errorOf, system, type TestApi } from "../test-api.ts";

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

describe("a reference", () => {
  const people = () => api.as(editor).entries.person;
  const person = async (name: string) => (await people().create({ fields: { name } })).id;

  test("from a published entry keeps its target out of the bin; one from a draft does not, and is missing when that is published", async () => {
    const author = await person("Referred to");
    const { id } = await articles().create({ fields: { ...fields, title: "Refers", author } });
    await articles().publish({ id, expectedVersion: 1 });
    const error = await errorOf(people().delete({ id: author, expectedVersion: 1 }));
    expect(error).toMatchObject({
      errorCode: "ENTRY_REFERENCED",
      details: { by: [{ type: "article", id, title: "Refers" }] },
    });
    await articles().unpublish({ id });
    await people().delete({ id: author, expectedVersion: 1 });
    expect(await errorOf(articles().publish({ id, expectedVersion: 1 }))).toMatchObject({
      errorCode: "REFERENCE_MISSING",
      details: { field: "author", id: author },
    });
    await bin().restore({ id: author });
    expect((await articles().publish({ id, expectedVersion: 1 })).status).toBe("published");
  });

  test.each(["scheduled", "in a release"])(
    "from a revision that is %s keeps its target, and whoever may not see it is told no name",
    async (how) => {
      const limited = await api.user("author");
      const { id: target } = await api.as(limited).entries.person.create({ fields: { name: `Kept ${how}` } });
      const remove = (actor: typeof editor) =>
        errorOf(api.as(actor).entries.person.delete({ id: target, expectedVersion: 1 }));
      const { id } = await articles().create({
        fields: { ...fields, title: `Secret ${how}`, author: target },
      });
      const { releases } = api.as(system);
      const release = await releases.create({ name: how });
      if (how === "scheduled")
        await articles().schedule({ id, expectedVersion: 1, at: new Date(Date.now() + 3_600_000) });
      else await releases.setItem({ id: release.id, entryId: id, action: "publish" });
      // The draft has moved on.
      await articles().save({ id, expectedVersion: 1, fields: { author: fields.author } });
      expect(await remove(editor)).toMatchObject({
        errorCode: "ENTRY_REFERENCED",
        details: { by: [{ id }] },
      });
      expect(await remove(limited)).toMatchObject({ errorCode: "ENTRY_REFERENCED", details: { by: [] } });
      if (how === "scheduled") await articles().unschedule({ id });
      else await releases.delete({ id: release.id });
      await people().delete({ id: target, expectedVersion: 1 });
    },
  );

  test("that is published at this moment is waited for, and then refuses", async () => {
    const author = await person("Racer");
    const { id } = await articles().create({ fields: { ...fields, title: "Racing in", author } });
    // The publish stands right before its end: it holds all its locks, and has written all it writes.
    const busy = await api.hold(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('events', 0))::text`;
    });
    const publish = articles().publish({ id, expectedVersion: 1 });
    await expect.poll(api.waiting).toBe(1);
    const remove = codeOf(people().delete({ id: author, expectedVersion: 1 }));
    await expect.poll(api.waiting).toBe(2);
    await busy();
    expect((await publish).status).toBe("published");
    expect(await remove).toBe("ENTRY_REFERENCED");
  });

  test("to what goes into the bin at this moment is waited for, and then missing", async () => {
    const author = await person("Leaving");
    const { id } = await articles().create({ fields: { ...fields, title: "Racing out", author } });
    const busy = await api.hold(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('events', 0))::text`;
    });
    const remove = people().delete({ id: author, expectedVersion: 1 });
    await expect.poll(api.waiting).toBe(1);
    const publish = codeOf(articles().publish({ id, expectedVersion: 1 }));
    await expect.poll(api.waiting).toBe(2);
    await busy();
    await remove;
    expect(await publish).toBe("REFERENCE_MISSING");
    expect(await api.db.publishedEntry.count({ where: { entryId: id } })).toBe(0);
  });
});

test("an asset that only a scheduled revision shows cannot be deleted", async () => {
  const asset = await api.db.asset.create({
    data: { kind: "file", filename: "b.pdf", mimeType: "application/pdf", size: 1, sha256: "" },
    select: { id: true },
  });
  const { id } = await articles().create({ fields: { ...fields, body: `[b](/media/${asset.id}/b.pdf)` } });
  await articles().schedule({ id, expectedVersion: 1, at: new Date(Date.now() + 3_600_000) });
  await articles().save({ id, expectedVersion: 1, fields: { body: "Nothing." } });
  const remove = () => api.as(system).assets.delete({ id: asset.id });
  expect(await errorOf(remove())).toMatchObject({ errorCode: "ASSET_IN_USE", details: { by: [{ id }] } });
  await articles().unschedule({ id });
  await remove();
});

test("an asset that only an entry in the bin shows can be deleted", async () => {
  const asset = await api.db.asset.create({
    data: { kind: "file", filename: "a.pdf", mimeType: "application/pdf", size: 1, sha256: "" },
    select: { id: true },
  });
  const { id } = await articles().create({ fields: { ...fields, body: `[a](/media/${asset.id}/a.pdf)` } });
  expect(await codeOf(api.as(system).assets.delete({ id: asset.id }))).toBe("ASSET_IN_USE");
  await articles().delete({ id, expectedVersion: 1 });
  await api.as(system).assets.delete({ id: asset.id });
});

describe("a contributor", () => {
  test("puts a draft of their own into the bin and takes it back, alone or with others", async () => {
    const contributor = await api.user("contributor");
    const { id, actions } = await drafted("Second thoughts", contributor);
    expect(actions).toContain("delete");
    await articles(contributor).delete({ id, expectedVersion: 1 });
    expect((await bin(contributor).list()).items.map((entry) => entry.id)).toEqual([id]);
    await bin(contributor).restore({ id });
    const items = [{ id, expectedVersion: 1 }];
    const deletion = { action: "delete", items } as const;
    expect(await articles(contributor).bulk(deletion)).toMatchObject({ done: [id], failed: [] });
    expect(await codeOf(bin(contributor).purge({ id }))).toBe("NOT_ALLOWED");
  });

  test("deletes nothing that is on its way to readers, was published, or was made by others", async () => {
    const contributor = await api.user("contributor");
    const own = await drafted("On its way", contributor);
    await articles(contributor).submit({ id: own.id, expectedVersion: 1 });
    const shown = await drafted("Shown once", contributor);
    await articles().publish({ id: shown.id, expectedVersion: 1 });
    await articles().unpublish({ id: shown.id });
    const assigned = await drafted("Assigned");
    await articles().assign({ id: assigned.id, userId: contributor.userId });
    for (const { id } of [own, shown, assigned]) {
      expect((await articles(contributor).get({ id })).actions).not.toContain("delete");
      expect(await codeOf(articles(contributor).delete({ id, expectedVersion: 1 }))).toBe("NOT_ALLOWED");
      const items = [{ id, expectedVersion: 1 }];
      const { failed } = await articles(contributor).bulk({ action: "delete", items });
      expect(failed).toMatchObject([{ id, code: "NOT_ALLOWED" }]);
    }
  });

  test("does not see in the bin what others have put there", async () => {
    const contributor = await api.user("contributor");
    const { id } = await drafted("Deleted by an editor", contributor);
    await articles().delete({ id, expectedVersion: 1 });
    expect((await bin(contributor).list()).items).toEqual([]);
    expect(await codeOf(bin(contributor).restore({ id }))).toBe("ENTRY_MISSING");
  });
});
