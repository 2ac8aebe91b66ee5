import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";
import { inAnHour } from "./due-times.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());

const articles = () => api.as(system).entries.article;
const draft = (title: string, more: object = {}) =>
  articles().create({ fields: { ...fields, title, ...more } });
const eventsOf = (entryId: string) => api.db.event.findMany({ where: { entryId }, orderBy: { id: "asc" } });

test("a scheduled entry says when, and stays a draft to readers and in the workflow", async () => {
  const editor = await api.user("editor");
  const { id, slug } = await draft("For later");
  await articles().submit({ id, expectedVersion: 1 });
  const at = inAnHour();
  const scheduled = await api.as(editor).entries.article.schedule({ id, expectedVersion: 1, at });
  expect(scheduled).toMatchObject({ status: "scheduled", schedule: { at, version: 1, failure: null } });
  expect(scheduled.actions).toContain("unschedule");
  expect(scheduled).toEqual(await api.as(editor).entries.article.get({ id }));
  expect(await codeOf(api.as(nobody).content.article.get({ slug }))).toBe("ENTRY_MISSING");
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    name: "entry.scheduled",
    actor: { kind: "user", name: "editor" },
    payload: { scheduledFor: at.toISOString(), version: 1 },
  });
  const back = await articles().unschedule({ id });
  expect(back).toMatchObject({ status: "inReview", schedule: null });
  expect((await eventsOf(id)).at(-1)).toMatchObject({ name: "entry.unscheduled" });
});

test("a save after scheduling leaves the scheduled revision as it is; scheduling again replaces it", async () => {
  const { id } = await draft("Pinned");
  await articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
  const saved = await articles().save({ id, expectedVersion: 1, fields: { title: "Later text" } });
  expect(saved.schedule?.version).toBe(1);
  const at = new Date(Date.now() + 7_200_000);
  const again = await articles().schedule({ id, expectedVersion: 2, at });
  expect(again.schedule).toEqual({ at, version: 2, failure: null });
});

test("publishing ends the schedule of that revision and of older ones", async () => {
  const { id } = await draft("Sooner");
  await articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
  await articles().save({ id, expectedVersion: 1, fields: { title: "Even sooner" } });
  const published = await articles().publish({ id, expectedVersion: 2 });
  expect(published).toMatchObject({ status: "published", schedule: null });
});

test("what is taken away from readers does not come back by its schedule", async () => {
  const { id } = await draft("Withdrawn");
  await articles().publish({ id, expectedVersion: 1 });
  await articles().save({ id, expectedVersion: 1, fields: { title: "Withdrawn, changed" } });
  await articles().schedule({ id, expectedVersion: 2, at: inAnHour() });
  expect(await articles().unpublish({ id })).toMatchObject({ status: "unpublished", schedule: null });
  expect((await eventsOf(id)).at(-1)).toMatchObject({ name: "entry.unscheduled" });
});

describe("what could not be published now is refused at once", () => {
  test("a time that has come by the database's clock, whatever the server's says", async () => {
    const { id } = await draft("Too late");
    // The clock of these tests is months behind.
    const at = new Date(Date.now() - 1_000);
    expect(at > api.deps.clock()).toBe(true);
    const error = await errorOf(articles().schedule({ id, expectedVersion: 1, at }));
    expect(error).toMatchObject({ errorCode: "BAD_INPUT", details: { issues: [{ path: "at" }] } });
  });

  test("a draft that lacks something", async () => {
    const { id } = await articles().create({ fields: { title: "Half done" } as typeof fields });
    const error = await errorOf(articles().schedule({ id, expectedVersion: 1, at: inAnHour() }));
    expect(error).toMatchObject({ errorCode: "ENTRY_INCOMPLETE", details: { entry: { id } } });
  });

  test("a reference to what does not exist", async () => {
    const { id } = await draft("Lost author", { author: "01890000-0000-7000-8000-000000000000" });
    const call = articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
    expect(await codeOf(call)).toBe("REFERENCE_MISSING");
  });

  test("an address that another entry is still published at", async () => {
    const other = await draft("One address");
    await articles().publish({ id: other.id, expectedVersion: 1 });
    await articles().save({ id: other.id, expectedVersion: 1, fields: { slug: "moved-on" } });
    const { id } = await draft("Next", { slug: "one-address" });
    const call = articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
    expect(await codeOf(call)).toBe("SLUG_TAKEN");
  });

  test("a version that is not the current one", async () => {
    const { id } = await draft("Stale");
    await articles().save({ id, expectedVersion: 1, fields: { title: "Newer" } });
    const error = await errorOf(articles().schedule({ id, expectedVersion: 1, at: inAnHour() }));
    expect(error).toMatchObject({ errorCode: "ENTRY_STALE", details: { current: { version: 2 } } });
  });

  test("an archived entry", async () => {
    const { id } = await draft("Put away");
    await articles().archive({ id, expectedVersion: 1 });
    const call = articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
    expect(await codeOf(call)).toBe("ACTION_NOT_POSSIBLE");
  });
});

describe("what an entry refers to", () => {
  async function withAuthor(title: string, name: string) {
    const { id: author } = await api.as(system).entries.person.create({ fields: { name } });
    const { id } = await draft(title, { author });
    return { id, author, at: inAnHour() };
  }
  const scheduleOf = async (id: string) =>
    (await api.db.entry.findUniqueOrThrow({ where: { id } })).scheduledFor;

  test("is scheduled with it, for the same time and with an event of its own", async () => {
    const { id, author, at } = await withAuthor("With its author", "New author");
    const together = [{ type: "person", id: author, expectedVersion: 1 }];
    const scheduled = await articles().schedule({ id, expectedVersion: 1, at, with: together });
    expect(scheduled).toMatchObject({ id, schedule: { at, version: 1 } });
    expect(await api.as(system).entries.person.get({ id: author })).toMatchObject({
      schedule: { at, version: 1, failure: null },
    });
    for (const one of [id, author])
      expect((await eventsOf(one)).at(-1)).toMatchObject({
        name: "entry.scheduled",
        payload: { scheduledFor: at.toISOString() },
      });
    const { length } = await eventsOf(id);
    // Named twice, it is scheduled once.
    await articles().schedule({
      id,
      expectedVersion: 1,
      at,
      with: [...together, { type: "article", id, expectedVersion: 7 }],
    });
    expect(await eventsOf(id)).toHaveLength(length + 1);
  });

  test("is scheduled with it or neither is, and the error names the one that is in the way", async () => {
    const { id, author, at } = await withAuthor("Not without", "Saved meanwhile");
    await api.as(system).entries.person.save({ id: author, expectedVersion: 1, fields: { name: "Saved" } });
    const stale = [{ type: "person", id: author, expectedVersion: 1 }];
    const error = await errorOf(articles().schedule({ id, expectedVersion: 1, at, with: stale }));
    expect(error).toMatchObject({
      errorCode: "ENTRY_STALE",
      details: { entry: { type: "person", id: author, title: "Saved" } },
    });
    const { id: lacking } = await articles().create({ fields: { title: "Lacks all" } as typeof fields });
    const current = [{ type: "person", id: author, expectedVersion: 2 }];
    const call = articles().schedule({ id: lacking, expectedVersion: 1, at, with: current });
    expect(await errorOf(call)).toMatchObject({
      errorCode: "ENTRY_INCOMPLETE",
      details: { entry: { id: lacking } },
    });
    expect([await scheduleOf(id), await scheduleOf(author), await scheduleOf(lacking)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("is not scheduled by whoever may not see it", async () => {
    const { author, at } = await withAuthor("Somebody else's", "Not theirs");
    const own = api.as(await api.user("author")).entries.article;
    const { id } = await own.create({ fields: { ...fields, title: "Own" } });
    const together = [{ type: "person", id: author, expectedVersion: 1 }];
    expect(await codeOf(own.schedule({ id, expectedVersion: 1, at, with: together }))).toBe("ENTRY_MISSING");
    expect(await scheduleOf(author)).toBe(null);
  });
});

test("nothing scheduled is nothing to unschedule", async () => {
  const { id } = await draft("Never");
  expect(await codeOf(articles().unschedule({ id }))).toBe("ACTION_NOT_POSSIBLE");
});

test("whoever may not publish may not schedule, and somebody else's entry is missing", async () => {
  const { id } = await draft("Not theirs");
  const input = { id, expectedVersion: 1, at: inAnHour() };
  for (const [role, code] of [
    ["contributor", "NOT_ALLOWED"],
    ["author", "ENTRY_MISSING"],
  ] as const) {
    const { entries } = api.as(await api.user(role));
    expect(await codeOf(entries.article.schedule(input))).toBe(code);
    expect(await codeOf(entries.article.unschedule({ id }))).toBe(code);
  }
});
