import { runSql } from "@letterpress/db/testing/admin-sql";
import { noId } from "@letterpress/model/uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishDueEntries } from "../../src/scheduling/publish-due-entries.ts";
import { articleFields, codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";
import { inAnHour, makeDue } from "./due-times.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
  await api.connect();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  await api.db.entry.deleteMany({ where: { type: "article" } });
});

const articles = () => api.as(system).entries.article;
const read = (slug: string) => api.as(nobody).content.article.get({ slug });
/** One of them, unless told. */
const publishDueEntry = (except: string[] = [], limit = 1) =>
  publishDueEntries(api.deps, { types: Object.keys(api.deps.model), except }, limit);
const publishedEvents = (entryId: string) =>
  api.db.event.count({ where: { entryId, name: "entry.published" } });

async function scheduled(title: string) {
  const { id } = await articles().create({ fields: { ...fields, title } });
  return articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
}

async function due(title: string, seconds?: number) {
  const entry = await scheduled(title);
  return { ...entry, at: await makeDue(api.db, entry.id, seconds) };
}

test("what is due is published, dated as it was scheduled, by the database's clock alone", async () => {
  const { id, slug, at } = await due("On time");
  await scheduled("Not yet");
  for (const clock of ["2020-01-01T00:00:00Z", "2090-01-01T00:00:00Z"]) {
    api.setClock(clock);
    expect(await publishDueEntry()).toBe(clock.startsWith("2020"));
  }
  api.setClock("2026-03-01T12:00:00Z");
  const entry = await articles().get({ id });
  expect(entry).toMatchObject({ status: "published", schedule: null, publishedAt: at });
  expect(await read(slug)).toMatchObject({ publishedAt: at });
  const event = await api.db.event.findFirstOrThrow({ where: { entryId: id, name: "entry.published" } });
  expect(event).toMatchObject({
    actor: { kind: "system", name: "schedule" },
    payload: { scheduledById: null },
  });
  expect(event.createdAt >= at).toBe(true);
  expect(await codeOf(read("not-yet"))).toBe("ENTRY_MISSING");
});

test("what was published before keeps its date", async () => {
  api.setClock("2026-02-01T12:00:00Z");
  const { id } = await articles().create({ fields: { ...fields, title: "Second time" } });
  const first = await articles().publish({ id, expectedVersion: 1 });
  await articles().save({ id, expectedVersion: 1, fields: { body: "New." } });
  await articles().schedule({ id, expectedVersion: 2, at: inAnHour() });
  await makeDue(api.db, id);
  expect(await publishDueEntry()).toBe(true);
  expect(await articles().get({ id })).toMatchObject({ status: "published", publishedAt: first.publishedAt });
});

test("the revision that was scheduled is published, not what was saved since", async () => {
  const { id, slug } = await scheduled("As scheduled");
  await articles().save({ id, expectedVersion: 1, fields: { body: "Secret" } });
  await makeDue(api.db, id);
  expect(await publishDueEntry()).toBe(true);
  expect(JSON.stringify(await read(slug))).not.toContain("Secret");
  expect(await articles().get({ id })).toMatchObject({ status: "changed", version: 2, schedule: null });
});

test("what has been due for longest comes first, and what is left out stays due", async () => {
  const [late, later] = [await due("Second", 10), await due("First", 20)];
  await publishDueEntry();
  expect((await articles().get({ id: later.id })).status).toBe("published");
  expect(await publishDueEntry([late.id])).toBe(false);
  expect((await articles().get({ id: late.id })).status).toBe("scheduled");
});

test("what is in the bin is not published", async () => {
  const { id } = await due("Thrown away");
  await api.db.entry.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await publishDueEntry()).toBe(false);
});

test("many that are due are published together, each as it was scheduled", async () => {
  const entries = [
    await due("Together one", 30),
    await due("Together two", 20),
    await due("Together three", 10),
  ];
  expect([await publishDueEntry([], 10), await publishDueEntry([], 10)]).toEqual([true, false]);
  for (const { slug, at } of entries) expect((await read(slug)).publishedAt).toEqual(at);
});

test("of many who publish at once, each entry is published by one", async () => {
  const entries = await Promise.all([1, 2, 3, 4].map((n) => due(`One of many ${n}`)));
  const done = await Promise.all(Array.from({ length: 8 }, () => publishDueEntry()));
  expect(done.filter(Boolean).length).toBe(4);
  for (const { id } of entries) expect(await publishedEvents(id)).toBe(1);
});

describe("an entry that cannot be published at its time", () => {
  async function broken() {
    const { entries } = api.as(system);
    const { id: author } = await entries.person.create({ fields: { name: "Gone" } });
    const { id } = await articles().create({ fields: { ...fields, author, title: "Broken" } });
    await articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
    await api.db.entry.delete({ where: { id: author } });
    await makeDue(api.db, id, 20);
    return id;
  }

  test("says why, once, is not tried again, and holds up nobody", async () => {
    const [id, next] = [await broken(), await due("Fine", 10)];
    const done = await Promise.all([publishDueEntry(), publishDueEntry(), publishDueEntry()]);
    expect(done).toContain(true);
    while (await publishDueEntry());
    const { status, schedule } = await articles().get({ id });
    expect(status).toBe("scheduled");
    expect(schedule?.failure).toMatchObject({
      code: "REFERENCE_MISSING",
      issues: [{ path: "fields.author" }],
    });
    const events = await api.db.event.findMany({ where: { entryId: id, name: "entry.scheduleFailed" } });
    expect(events.length).toBe(1);
    expect(events[0]?.payload).toMatchObject({ code: "REFERENCE_MISSING", version: 1 });
    expect((await articles().get({ id: next.id })).status).toBe("published");
  });

  test("does not say so to a schedule that somebody has ended meanwhile", async () => {
    const { id: author } = await api.as(system).entries.person.create({ fields: { name: "Going" } });
    const { id } = await articles().create({ fields: { ...fields, author, title: "Called off" } });
    await articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
    await makeDue(api.db, id);
    const deleteAuthor = await api.hold(async (tx) => {
      await tx.entry.delete({ where: { id: author } });
    });
    const publishing = publishDueEntry();
    await expect.poll(api.waiting).toBe(1);
    const unscheduling = articles().unschedule({ id });
    await expect.poll(api.waiting).toBe(2);
    await deleteAuthor();
    await Promise.all([publishing, unscheduling]);
    expect((await api.db.entry.findUniqueOrThrow({ where: { id } })).scheduleFailure).toBeNull();
    const last = await api.db.event.findFirst({ where: { entryId: id }, orderBy: { id: "desc" } });
    expect(last?.name).toBe("entry.unscheduled");
  });

  test("does not keep those from being published that are published together", async () => {
    const fine = [await due("Before", 30), await due("After", 10)];
    const id = await broken();
    while (await publishDueEntry([], 10));
    for (const entry of fine) expect(await publishedEvents(entry.id)).toBe(1);
    expect((await articles().get({ id })).schedule?.failure?.code).toBe("REFERENCE_MISSING");
  });

  test("is published when it is scheduled anew", async () => {
    const id = await broken();
    await publishDueEntry();
    await articles().save({ id, expectedVersion: 1, fields: { author: fields.author } });
    const again = await articles().schedule({ id, expectedVersion: 2, at: inAnHour() });
    expect(again.schedule?.failure).toBeNull();
    await makeDue(api.db, id);
    expect(await publishDueEntry()).toBe(true);
    expect((await articles().get({ id })).status).toBe("published");
  });
});

test("an entry of a newer deployment is left to that one, without a failure", async () => {
  const { id } = await due("From the future");
  await api.db.entry.update({ where: { id }, data: { schemaVersion: 99 } });
  await expect(publishDueEntry()).rejects.toMatchObject({ id, cause: { errorCode: "ENTRY_NEWER" } });
  expect((await api.db.entry.findUniqueOrThrow({ where: { id } })).scheduleFailure).toBeNull();
});

test("a node that dies in the middle changes nothing, and the next one publishes", async () => {
  const { id, slug } = await due("Cut off");
  // The references are locked, so that publishing stops in the middle of its transaction.
  const release = await api.hold(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${fields.author}::uuid FOR UPDATE`;
  });
  const cut = publishDueEntry().then(
    () => "done",
    (error: { id: string }) => error.id,
  );
  await expect.poll(api.waiting).toBe(1);
  expect(await publishDueEntry()).toBe(false);
  await runSql(
    api.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  expect(await cut).toBe(id);
  await release();
  expect(await publishedEvents(id)).toBe(0);
  expect(await codeOf(read(slug))).toBe("ENTRY_MISSING");
  expect(await publishDueEntry()).toBe(true);
  expect(await publishedEvents(id)).toBe(1);
});

test("unscheduling wins or publishing does, never both", async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await due(`Race ${round}`);
    const [, unscheduled] = await Promise.all([
      publishDueEntry(),
      articles()
        .unschedule({ id })
        .then(
          () => true,
          () => false,
        ),
    ]);
    await publishDueEntry();
    expect(await publishedEvents(id)).toBe(unscheduled ? 0 : 1);
    expect((await articles().get({ id })).status).toBe(unscheduled ? "draft" : "published");
  }
});

test("a save while it is due is kept, and is not what is published", async () => {
  for (let round = 0; round < 10; round++) {
    const { id, slug } = await due(`Saved ${round}`);
    const [saved] = await Promise.all([
      articles().save({ id, expectedVersion: 1, fields: { body: "Saved meanwhile" } }),
      publishDueEntry(),
    ]);
    while (await publishDueEntry());
    expect(saved.version).toBe(2);
    expect(await articles().get({ id })).toMatchObject({ version: 2, status: "changed" });
    expect((await read(slug)).body.text).toBe("Some words.");
  }
});

test("a type that this node does not know is left to others", async () => {
  await due("Unknown");
  expect(await publishDueEntries(api.deps, { types: ["person"], except: [noId] }, 10)).toBe(false);
});
