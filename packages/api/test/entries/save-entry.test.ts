import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LetterpressError } from "../../src/errors.ts";
import { articleFields, codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const create = (fields: Record<string, unknown>) =>
  api
    .as(system)
    .entries.article.create({ fields: fields as { title: string; body: string; author: string } });

test("a save becomes the next version and leaves the fields alone that it does not name", async () => {
  const { id } = await create({ title: "One", standfirst: "Kept" });
  const saved = await api
    .as(system)
    .entries.article.save({ id, expectedVersion: 1, fields: { title: "Two" } });
  expect(saved).toMatchObject({ version: 2, title: "Two", fields: { title: "Two", standfirst: "Kept" } });
});

test("null empties a field", async () => {
  const { id } = await create({ title: "One", standfirst: "Gone" });
  const saved = await api
    .as(system)
    .entries.article.save({ id, expectedVersion: 1, fields: { standfirst: null } });
  expect(saved.fields).not.toHaveProperty("standfirst");
});

test("undefined is as good as not named", async () => {
  const { id } = await create({ title: "One", standfirst: "Kept" });
  const fields = { title: "Two", standfirst: undefined } as unknown as { title: string };
  const saved = await api.as(system).entries.article.save({ id, expectedVersion: 1, fields });
  expect(saved.fields).toMatchObject({ title: "Two", standfirst: "Kept" });
});

test("a save that changes nothing makes no version", async () => {
  const { id } = await create({ title: "Same", standfirst: "As before" });
  for (const fields of [{}, { title: "Same" }, { slug: "same" }])
    expect((await api.as(system).entries.article.save({ id, expectedVersion: 1, fields })).version).toBe(1);
  expect(await api.db.event.count({ where: { entryId: id } })).toBe(1);
});

test("an id in capitals is the same id", async () => {
  const author = await api.as(system).entries.person.create({ fields: { name: "Capital" } });
  const { id } = await create({ title: "Shouted", author: author.id.toUpperCase() });
  const entry = await api.as(system).entries.article.get({ id: id.toUpperCase() });
  expect(entry.fields.author).toBe(author.id);
});

test("a stale save never overwrites, and is told the current version", async () => {
  const { id } = await create({ title: "One" });
  const save = (expectedVersion: number, title: string) =>
    api.as(system).entries.article.save({ id, expectedVersion, fields: { title } });
  await save(1, "Theirs");
  const error = await errorOf(save(1, "Mine"));
  expect(error.errorCode).toBe("ENTRY_STALE");
  expect(error.details).toMatchObject({ current: { version: 2, fields: { title: "Theirs" } } });
  expect((await api.as(system).entries.article.get({ id })).title).toBe("Theirs");
});

test("of many saves of one version at once, one is kept and the others are told", async () => {
  const { id } = await create({ title: "Start" });
  await api.connect();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, index) => {
      const fields = { title: `Writer ${index}` };
      return api
        .as(system)
        .entries.article.save({ id, expectedVersion: 1, fields })
        .then(
          () => "kept",
          (error: Error) =>
            (error.cause instanceof LetterpressError ? error.cause : (error as LetterpressError)).errorCode,
        );
    }),
  );
  expect(outcomes.sort()).toEqual([...Array(7).fill("ENTRY_STALE"), "kept"]);
  const revisions = await api.db.revision.findMany({ where: { entryId: id }, orderBy: { version: "asc" } });
  expect(revisions.map((revision) => revision.version)).toEqual([1, 2]);
});

test("every save is a revision and an event", async () => {
  const { id } = await create({ title: "One" });
  await api.as(system).entries.article.save({ id, expectedVersion: 1, fields: { title: "Two" } });
  const revisions = await api.db.revision.findMany({ where: { entryId: id }, orderBy: { version: "asc" } });
  expect(revisions.map((revision) => (revision.fields as { title: string }).title)).toEqual(["One", "Two"]);
  const events = await api.db.event.findMany({ where: { entryId: id }, orderBy: { id: "asc" } });
  expect(events.map((event) => event.name)).toEqual(["entry.created", "entry.saved"]);
});

describe("the slug", () => {
  test("is made of the title, and numbered when it is taken, also by many at once", async () => {
    const entries = await Promise.all(Array.from({ length: 5 }, () => create({ title: "Crème Brûlée!" })));
    expect(entries.map((entry) => entry.slug).sort()).toEqual(
      ["creme-brulee", "creme-brulee-2", "creme-brulee-3", "creme-brulee-4", "creme-brulee-5"].sort(),
    );
  });

  test("follows the title until the entry is published first", async () => {
    const { id } = await create({ title: "A first thought" });
    const saved = await api
      .as(system)
      .entries.article.save({ id, expectedVersion: 1, fields: { title: "A second thought" } });
    expect(saved.slug).toBe("a-second-thought");
  });

  test("with a year behind the title is somebody's choice", async () => {
    const { id } = await create({ title: "Election", slug: "election-2024" });
    const fields = { title: "The election of the year" };
    expect((await api.as(system).entries.article.save({ id, expectedVersion: 1, fields })).slug).toBe(
      "election-2024",
    );
  });

  test("stays when the entry is published while its title is saved", async () => {
    const { id, version } = await create(await articleFields(api, "First name"));
    await api.as(system).entries.article.publish({ id, expectedVersion: version });
    const fields = { title: "Second name" };
    expect((await api.as(system).entries.article.save({ id, expectedVersion: 1, fields })).slug).toBe(
      "first-name",
    );
  });

  test("is found for titles that lead to one slug at once", async () => {
    await api.connect();
    for (let round = 0; round < 5; round++) {
      await create({ title: `Zed${round}` });
      const made = await Promise.all([create({ title: `Zed${round}` }), create({ title: `Zed${round} 2` })]);
      expect(new Set(made.map((entry) => entry.slug)).size).toBe(2);
    }
  });

  test("that somebody chose stays when the title changes", async () => {
    const { id } = await create({ title: "Chosen", slug: "my-own" });
    const saved = await api
      .as(system)
      .entries.article.save({ id, expectedVersion: 1, fields: { title: "Other" } });
    expect(saved.slug).toBe("my-own");
  });

  test("of another entry is refused, and so is one that hides a page of the server", async () => {
    await create({ title: "Taken", slug: "taken" });
    expect(await codeOf(create({ title: "Other", slug: "taken" }))).toBe("SLUG_TAKEN");
    expect(await codeOf(create({ title: "Other", slug: "studio" }))).toBe("SLUG_TAKEN");
    expect(await codeOf(create({ title: "Other", slug: "tags" }))).toBe("SLUG_TAKEN");
    expect((await create({ title: "Studio" })).slug).toBe("studio-2");
  });

  test("can be of any script", async () => {
    expect((await create({ title: "活版印刷 101" })).slug).toBe("活版印刷-101");
  });
});

describe("bad input is refused with the place of the mistake", () => {
  test.each([
    [{ title: "x".repeat(161) }, "fields.title"],
    [{ title: "two\nlines" }, "fields.title"],
    [{ level: "expert" }, "fields.level"],
    [{ author: "not-an-id" }, "fields.author"],
    [{ slug: "No Spaces" }, "fields.slug"],
    [{ unknown: "x" }, "fields"],
    [
      { tags: ["01a207a7-8848-7028-8c07-da352405241d", "01a207a7-8848-7028-8c07-da352405241d"] },
      "fields.tags",
    ],
  ])("%j", async (fields, path) => {
    const error = await create(fields).then(
      () => undefined,
      (thrown: { cause: { issues: { path: string[] }[] } }) => thrown,
    );
    expect(error?.cause.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});

describe("somebody else's entry", () => {
  test("is missing to an author and a contributor, in every procedure", async () => {
    const { id } = await create({ title: "Not yours" });
    for (const role of ["author", "contributor"] as const) {
      const { entries } = api.as(await api.user(role));
      const calls = [
        entries.article.get({ id }),
        entries.article.save({ id, expectedVersion: 1, fields: { title: "x" } }),
        ...(role === "author"
          ? [
              entries.article.publish({ id, expectedVersion: 1 }),
              entries.article.unpublish({ id }),
              entries.article.delete({ id, expectedVersion: 1 }),
            ]
          : []),
      ];
      expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => "ENTRY_MISSING"));
      expect((await entries.article.list()).items).toEqual([]);
    }
  });

  test("answers exactly like one that does not exist", async () => {
    const { id } = await create({ title: "Not yours" });
    const author = api.as(await api.user("author"));
    const [theirs, missing] = await Promise.all(
      [id, "01a207a7-8848-7028-8c07-da352405241d"].map((each) =>
        errorOf(author.entries.article.get({ id: each })),
      ),
    );
    expect({ ...theirs, stack: "" }).toEqual({ ...missing, stack: "" });
  });

  test("is an editor's business", async () => {
    const { id } = await create({ title: "Anybody's" });
    const editor = api.as(await api.user("editor"));
    expect((await editor.entries.article.get({ id })).title).toBe("Anybody's");
  });
});

test("an entry of another type is missing", async () => {
  const { id } = await create({ title: "An article" });
  expect(await codeOf(api.as(system).entries.page.get({ id }))).toBe("ENTRY_MISSING");
});

test("nobody is let near drafts", async () => {
  expect(await codeOf(api.as(nobody).entries.article.list())).toBe("NOT_SIGNED_IN");
});
