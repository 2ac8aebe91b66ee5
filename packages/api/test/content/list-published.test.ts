import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleFields, codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
let typeTag: string;
beforeAll(async () => {
  api = await createTestApi();
  const editor = api.as(system).entries;
  const fields = await articleFields(api);
  typeTag = fields.tags[0] ?? "";
  const ink = await editor.tag.create({ fields: { name: "Ink" } });
  await editor.tag.publish({ id: ink.id, expectedVersion: 1 });
  for (let number = 1; number <= 20; number++) {
    const { id } = await editor.article.create({
      fields: {
        ...fields,
        title: `Article ${number}`,
        tags: number % 2 ? [typeTag] : [typeTag, ink.id],
        level: number % 4 ? "beginner" : "advanced",
        featured: number === 20,
      },
    });
    // Pairs share a date, so that pages must break the tie.
    const publishedAt = new Date(Date.UTC(2026, 0, Math.ceil(number / 2)));
    await editor.article.publish({ id, expectedVersion: 1, publishedAt });
  }
  await editor.article.create({ fields: { ...fields, title: "A draft" } });
});
afterAll(() => api[Symbol.asyncDispose]());

const list = (query: Parameters<ReturnType<TestApi["as"]>["content"]["article"]["list"]>[0]) =>
  api.as(nobody).content.article.list(query);
const numbers = (page: Awaited<ReturnType<typeof list>>) =>
  page.items.map((item) => Number(item.title.split(" ")[1]));

/** A cursor as a stranger might make one. */
const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
const someId = "01a207a7-8848-7028-8c07-da352405241d";

async function allPages(query: object, limit: number) {
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...query, limit, ...(cursor ? { cursor } : {}) });
    seen.push(...numbers(page));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

describe("paging", () => {
  test.each([1, 3, 7, 20, 100])("with %i on a page shows every entry once, newest first", async (limit) => {
    const seen = await allPages({}, limit);
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
    const pairs = seen.map((number) => Math.ceil(number / 2));
    expect(pairs).toEqual([...pairs].sort((a, b) => b - a));
  });

  test("can go oldest first, which is the same backwards", async () => {
    expect(await allPages({ orderBy: "publishedAt" }, 3)).toEqual((await allPages({}, 3)).reverse());
  });

  test("with a filter shows every match once", async () => {
    const seen = await allPages({ where: { tags: "ink" } }, 3);
    expect(seen.toSorted((a, b) => a - b)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  });

  test("does not repeat or skip when something is published meanwhile", async () => {
    const first = await list({ limit: 10 });
    const editor = api.as(system).entries.article;
    const fields = await articleFields(api, "Article 99");
    const { id } = await editor.create({ fields });
    await editor.publish({ id, expectedVersion: 1 });
    const second = await list({ limit: 100, cursor: first.nextCursor ?? "" });
    expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(20);
    await editor.delete({ id, expectedVersion: 1 });
  });

  test("refuses a cursor that no list answered", async () => {
    for (const cursor of [
      "x",
      "",
      "MTIz",
      forged(),
      forged("-publishedAt", null, -99_999_999_999_999, someId),
      forged("-publishedAt", null, 999_999_999_999_999, someId),
      forged("-publishedAt", "x", 0, someId),
      forged("-publishedAt", null, 0, "not-an-id"),
      forged("publishedAt", null, 0, someId),
    ])
      expect(await codeOf(list({ cursor }))).toBe("BAD_INPUT");
  });
});

describe("filters", () => {
  test("take a reference by slug or by id", async () => {
    expect(numbers(await list({ where: { tags: typeTag }, limit: 100 }))).toHaveLength(20);
    expect(numbers(await list({ where: { tags: "type" }, limit: 100 }))).toHaveLength(20);
    expect(numbers(await list({ where: { tags: "no-such-tag" } }))).toEqual([]);
  });

  test("hold together", async () => {
    const found = numbers(await list({ where: { tags: "ink", level: "advanced" }, limit: 100 }));
    expect(found.toSorted((a, b) => a - b)).toEqual([4, 8, 12, 16, 20]);
    expect(numbers(await list({ where: { tags: "ink", level: "advanced", featured: true } }))).toEqual([20]);
  });

  test("by ids give these and no drafts", async () => {
    const some = (await list({ limit: 3 })).items.map((item) => item.id);
    const drafts = (await api.as(system).entries.article.list({ status: "draft" })).items.map(
      (item) => item.id,
    );
    expect(
      (await list({ where: { id: { in: [...some, ...drafts] } } })).items.map((item) => item.id),
    ).toEqual(some);
  });

  test("of fields that cannot be filtered are refused", async () => {
    const call = list({ where: { body: "x" } as never });
    await expect(call).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

test("a draft is in no list", async () => {
  const titles = (await list({ limit: 100 })).items.map((item) => item.title);
  expect(titles).not.toContain("A draft");
});
