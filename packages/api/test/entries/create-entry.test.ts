import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/access/actor.ts";
import { codeOf, createTestApi, errorOf, type TestApi } from "../test-api.ts";

let api: TestApi;
let author: Actor;
beforeAll(async () => {
  api = await createTestApi();
  author = await api.user("author");
});
afterAll(() => api[Symbol.asyncDispose]());

const create = (id: string, fields: { title: string; slug?: string }, actor = author) =>
  api.as(actor).entries.article.create({ id, fields: fields as never });

describe("an entry whose id the caller chose", () => {
  test("has that id", async () => {
    const id = crypto.randomUUID();
    expect((await create(id.toUpperCase(), { title: "Chosen" })).id).toBe(id);
  });

  test("is answered when its making is asked for again, and made once", async () => {
    const id = crypto.randomUUID();
    const fields = { title: "Made once", slug: "made-once" };
    const made = await create(id, fields);
    expect(await create(id, fields)).toEqual(made);
    expect(await api.db.entry.count({ where: { title: "Made once" } })).toBe(1);
    expect(await api.db.event.count({ where: { entryId: id } })).toBe(1);
  });

  test("is made once by calls that come at once", async () => {
    await api.connect();
    const id = crypto.randomUUID();
    const made = await Promise.all(Array.from({ length: 6 }, () => create(id, { title: "At once" })));
    expect(new Set(made.map(({ slug }) => slug))).toEqual(new Set(["at-once"]));
    expect(await api.db.revision.count({ where: { entryId: id } })).toBe(1);
  });

  test("is not overwritten by a call with other fields, which is told how it stands", async () => {
    const id = crypto.randomUUID();
    await create(id, { title: "First words" });
    const error = await errorOf(create(id, { title: "First words, and more" }));
    expect(error.errorCode).toBe("ENTRY_STALE");
    expect(error.details).toMatchObject({ current: { version: 1, fields: { title: "First words" } } });
    expect((await api.as(author).entries.article.get({ id })).title).toBe("First words");
  });

  test("is missing once it is in the bin", async () => {
    const id = crypto.randomUUID();
    await create(id, { title: "Binned" });
    await api.as(author).entries.article.delete({ id, expectedVersion: 1 });
    expect(await codeOf(create(id, { title: "Binned" }))).toBe("ENTRY_MISSING");
  });

  test("of somebody else or of another type is refused, without a word about which", async () => {
    const id = crypto.randomUUID();
    await create(id, { title: "Not yours" });
    const editor = await api.user("editor");
    const refusals = await Promise.all([
      errorOf(create(id, { title: "Not yours" }, editor)),
      errorOf(api.as(author).entries.tag.create({ id, fields: { name: "Not an article" } })),
    ]);
    for (const { errorCode, details } of refusals) {
      expect(errorCode).toBe("BAD_INPUT");
      expect(details).toEqual({ issues: [{ path: "id", message: "Choose another id." }] });
    }
  });
});
