import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
let editor: Awaited<ReturnType<TestApi["user"]>>;
let contributor: Awaited<ReturnType<TestApi["user"]>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
  editor = await api.user("editor");
  contributor = await api.user("contributor");
});
afterAll(() => api[Symbol.asyncDispose]());

const articles = (actor = editor) => api.as(actor).entries.article;
const drafted = async (actor = editor) => (await articles(actor).create({ fields })).id;
const published = async () => {
  const id = await drafted();
  await articles().publish({ id, expectedVersion: 1 });
  return id;
};
const namesOf = async (entryId: string) =>
  (await api.db.event.findMany({ where: { entryId }, orderBy: { id: "asc" } })).map(({ name }) => name);

test("an article goes from a contributor's draft over a review to its readers", async () => {
  const id = await drafted(contributor);
  const at = { id, expectedVersion: 1 };
  expect(await articles(contributor).submit({ ...at, comment: "Ready?" })).toMatchObject({
    status: "inReview",
    actions: ["save", "withdraw"],
  });
  expect(await articles().sendBack({ ...at, comment: "Not yet" })).toMatchObject({ status: "draft" });
  await articles(contributor).save({ ...at, fields: { body: "Better" } });
  const next = { id, expectedVersion: 2 };
  await articles(contributor).submit(next);
  expect(await articles().approve(next)).toMatchObject({ status: "approved" });
  expect(await articles().publish(next)).toMatchObject({ status: "published" });
  expect(await namesOf(id)).toEqual([
    "entry.created",
    "entry.submitted",
    "comment.created",
    "entry.sentBack",
    "comment.created",
    "entry.saved",
    "entry.submitted",
    "entry.approved",
    "entry.published",
  ]);
  expect(
    (await api.as(contributor).comments.list({ entryId: id })).map(({ body, version, author }) => [
      body,
      version,
      author.name,
    ]),
  ).toEqual([
    ["Ready?", 1, "contributor"],
    ["Not yet", 1, "editor"],
  ]);
});

test("a step that is not possible says what is, and its comment is not written", async () => {
  const id = await drafted();
  const error = await errorOf(articles().approve({ id, expectedVersion: 1, comment: "Fine" }));
  expect(error).toMatchObject({
    errorCode: "ACTION_NOT_POSSIBLE",
    details: {
      action: "approve",
      status: "draft",
      possible: ["save", "submit", "schedule", "publish", "archive", "delete"],
    },
  });
  expect(await api.as(editor).comments.list({ entryId: id })).toEqual([]);
});

test("nobody approves what they have not seen", async () => {
  const id = await drafted();
  await articles().submit({ id, expectedVersion: 1 });
  await articles().save({ id, expectedVersion: 1, fields: { body: "Slipped in" } });
  const error = await errorOf(articles().approve({ id, expectedVersion: 1 }));
  expect(error).toMatchObject({ errorCode: "ENTRY_STALE", details: { current: { version: 2 } } });
});

test("of two who decide at once, one does", async () => {
  const id = await drafted();
  await articles().submit({ id, expectedVersion: 1 });
  await api.connect();
  const at = { id, expectedVersion: 1 };
  const outcomes = await Promise.allSettled([articles().approve(at), articles().withdraw(at)]);
  const status = (await articles().get({ id })).status;
  expect(["approved", "draft"]).toContain(status);
  // Sending back what is approved would be possible, withdrawing it is not.
  expect(outcomes.filter(({ status: one }) => one === "rejected")).toHaveLength(1);
});

describe("saving", () => {
  test("what is in review leaves it there", async () => {
    const id = await drafted(contributor);
    await articles(contributor).submit({ id, expectedVersion: 1 });
    const saved = await articles(contributor).save({ id, expectedVersion: 1, fields: { body: "More" } });
    expect(saved.status).toBe("inReview");
  });

  test("what is approved asks for another approval, unless a reviewer saves or nothing changes", async () => {
    const id = await drafted(contributor);
    await articles(contributor).submit({ id, expectedVersion: 1 });
    await articles().approve({ id, expectedVersion: 1 });
    const [mine, theirs] = [articles(contributor), articles()];
    expect((await mine.save({ id, expectedVersion: 1, fields: {} })).status).toBe("approved");
    expect((await mine.save({ id, expectedVersion: 1, fields: {}, note: "Seen" })).status).toBe("approved");
    expect((await theirs.save({ id, expectedVersion: 2, fields: { body: "Comma" } })).status).toBe(
      "approved",
    );
    expect((await mine.save({ id, expectedVersion: 3, fields: { body: "Else" } })).status).toBe("draft");
  });

  test("what is approved by restoring another revision asks for another approval", async () => {
    const id = await drafted(contributor);
    await articles(contributor).save({ id, expectedVersion: 1, fields: { body: "Two" } });
    await articles(contributor).submit({ id, expectedVersion: 2 });
    await articles().approve({ id, expectedVersion: 2 });
    expect((await articles(contributor).restore({ id, version: 1, expectedVersion: 2 })).status).toBe(
      "draft",
    );
  });

  test("what is scheduled leaves the schedule and its revision as they are", async () => {
    const id = await drafted();
    const scheduledFor = new Date("2027-01-01T00:00:00Z");
    await api.db.entry.update({ where: { id }, data: { scheduledFor, scheduledVersion: 1 } });
    const saved = await articles().save({ id, expectedVersion: 1, fields: { body: "Later" } });
    expect(saved).toMatchObject({
      version: 2,
      status: "scheduled",
      schedule: { at: scheduledFor, version: 1 },
    });
  });
});

describe("archiving", () => {
  test("puts an entry away: it is neither saved, restored, published nor in lists, until it is reopened", async () => {
    const id = await drafted();
    const at = { id, expectedVersion: 1 };
    expect(await articles().archive(at)).toMatchObject({ status: "archived", actions: ["reopen", "delete"] });
    for (const call of [
      () => articles().save({ ...at, fields: { body: "x" } }),
      () => articles().restore({ ...at, version: 1 }),
      () => articles().publish(at),
      () => articles().submit(at),
    ])
      expect(await codeOf(call())).toBe("ACTION_NOT_POSSIBLE");
    expect(await codeOf(articles().unpublish({ id }))).toBe("ENTRY_NOT_PUBLISHED");
    const found = async (query: object) =>
      (await articles().list(query)).items.some((entry) => entry.id === id);
    expect([await found({}), await found({ status: "archived" }), await found({ ids: [id] })]).toEqual([
      false,
      true,
      true,
    ]);
    expect((await articles().choices({})).some((choice) => choice.id === id)).toBe(false);
    expect((await articles().choices({ ids: [id] })).some((choice) => choice.id === id)).toBe(true);
    expect((await articles().reopen(at)).status).toBe("draft");
    expect(await found({})).toBe(true);
    expect(await namesOf(id)).toEqual(["entry.created", "entry.archived", "entry.reopened"]);
  });

  test("is not for what readers see; what they saw comes back as unpublished", async () => {
    const id = await published();
    expect(await codeOf(articles().archive({ id, expectedVersion: 1 }))).toBe("ACTION_NOT_POSSIBLE");
    await articles().unpublish({ id });
    await articles().archive({ id, expectedVersion: 1 });
    expect((await articles().reopen({ id, expectedVersion: 1 })).status).toBe("unpublished");
  });

  test("while somebody publishes leaves an entry archived or published, and never both", async () => {
    await api.connect();
    for (let round = 0; round < 5; round++) {
      const id = await drafted();
      const at = { id, expectedVersion: 1 };
      const outcomes = await Promise.allSettled([articles().publish(at), articles().archive(at)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const { status, isPublished } = await articles().get({ id });
      expect([status, isPublished]).toEqual(
        outcomes[0]?.status === "fulfilled" ? ["published", true] : ["archived", false],
      );
    }
  });

  test("wins over a publish that has rendered already", async () => {
    const id = await drafted();
    const release = await api.hold(async (tx) => {
      await tx.entry.update({ where: { id }, data: { stage: "archived" } });
    });
    const publish = codeOf(articles().publish({ id, expectedVersion: 1 }));
    await expect.poll(api.waiting).toBe(1);
    await release();
    expect(await publish).toBe("ACTION_NOT_POSSIBLE");
    expect(await api.db.publishedEntry.count({ where: { entryId: id } })).toBe(0);
  });
});

describe("what readers see", () => {
  test("is no part of the review of its next version, and is taken away without ending that", async () => {
    const id = await published();
    await articles().save({ id, expectedVersion: 1, fields: { body: "Next" } });
    expect(await articles().submit({ id, expectedVersion: 2 })).toMatchObject({
      status: "inReview",
      isPublished: true,
    });
    expect(await articles().unpublish({ id })).toMatchObject({ status: "inReview", isPublished: false });
  });
});

describe("assigning", () => {
  test("lets somebody see and change an entry that is not theirs, until it is somebody else's", async () => {
    const id = await drafted();
    expect(await codeOf(articles(contributor).get({ id }))).toBe("ENTRY_MISSING");
    const assigned = await articles().assign({ id, userId: contributor.userId });
    expect(assigned).toMatchObject({ assigneeId: contributor.userId, version: 1 });
    await articles(contributor).save({ id, expectedVersion: 1, fields: { body: "Mine now" } });
    const mine = await articles(contributor).list({ assigneeId: contributor.userId });
    expect(mine.items.map((entry) => entry.id)).toEqual([id]);
    expect((await articles().assign({ id, userId: null })).assigneeId).toBe(null);
    expect(await codeOf(articles(contributor).get({ id }))).toBe("ENTRY_MISSING");
  });

  test("is an event with the name that they had, once", async () => {
    const id = await drafted();
    for (let twice = 0; twice < 2; twice++) await articles().assign({ id, userId: contributor.userId });
    const events = await api.db.event.findMany({ where: { entryId: id, name: "entry.assigned" } });
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { assigneeId: contributor.userId, assigneeName: "contributor" },
    ]);
  });

  test("to nobody there is refused, and so is assigning by an author", async () => {
    const id = await drafted();
    const missing = "01a207a7-8848-7028-8c07-da352405241d";
    expect(await codeOf(articles().assign({ id, userId: missing }))).toBe("USER_MISSING");
    const author = await api.user("author");
    expect(await codeOf(articles(author).assign({ id, userId: author.userId }))).toBe("NOT_ALLOWED");
  });
});

describe("somebody else's entry", () => {
  test("is missing to an author, in every step", async () => {
    const id = await drafted();
    const author = await api.user("author");
    const steps = articles(author);
    for (const step of ["submit", "withdraw", "archive", "reopen"] as const)
      expect(await codeOf(steps[step]({ id, expectedVersion: 1 }))).toBe("ENTRY_MISSING");
    for (const step of ["approve", "sendBack"] as const)
      expect(await codeOf(steps[step]({ id, expectedVersion: 1 }))).toBe("NOT_ALLOWED");
  });
});

test("the names of the staff are for the staff", async () => {
  const staff = await api.as(contributor).users.choices();
  expect(staff).toContainEqual({ id: editor.userId, name: "editor", role: "editor" });
  expect(Object.keys(staff[0] ?? {}).sort()).toEqual(["id", "name", "role"]);
  expect(await codeOf(api.as(nobody).users.choices())).toBe("NOT_SIGNED_IN");
  const key = { kind: "apiKey", keyId: "", name: "", scope: "write" } as const;
  expect(await codeOf(api.as(key).users.choices())).toBe("NOT_ALLOWED");
});

test("Letterpress itself may take every step, and comments by its name", async () => {
  const id = await drafted();
  await api.as(system).entries.article.submit({ id, expectedVersion: 1, comment: "By a command" });
  const [comment] = await api.as(editor).comments.list({ entryId: id });
  expect(comment).toMatchObject({ author: { id: null, name: "test" }, isMine: false });
});
