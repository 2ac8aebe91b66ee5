import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
let list: (query: unknown) => Promise<{ items: unknown[] }>;
beforeAll(async () => {
  api = await createEventApi();
  await api.event({ title: "One" });
  list = api.content.event.list as never;
});
afterAll(() => api[Symbol.asyncDispose]());

const refused = { code: "BAD_REQUEST" };

function nested(depth: number, wrap: (inner: object) => object): object {
  let where: object = { title: "One" };
  for (let level = 0; level < depth; level++) where = wrap(where);
  return where;
}

describe("is refused as bad input, and never reaches the database:", () => {
  test.each<[string, unknown]>([
    ["an unknown field", { where: { nope: 1 } }],
    ["an unknown operator", { where: { title: { $ne: null } } }],
    ["an operator of another kind", { where: { title: { gte: "a" } } }],
    ["contains on a single value", { where: { level: { contains: "open" } } }],
    ["exists on what is always there", { where: { level: { exists: true } } }],
    ["a prototype as a field", { where: JSON.parse('{ "__proto__": { "x": 1 } }') }],
    ["a constructor as a field", { where: { constructor: "x" } }],
    ["an array where a value belongs", { where: { title: ["One"] } }],
    ["an object where a value belongs", { where: { price: { gt: { gt: 1 } } } }],
    ["a value where an array belongs", { where: { title: { in: "One" } } }],
    ["null", { where: { title: null } }],
    ["not a number", { where: { price: Number.NaN } }],
    ["infinity", { where: { price: { lt: Number.POSITIVE_INFINITY } } }],
    ["a text for a moment", { where: { startsAt: "2026-01-01" } }],
    ["a date that is none", { where: { startsAt: new Date(Number.NaN) } }],
    ["a moment before Christ", { where: { publishedAt: { gt: new Date("-000044-03-15") } } }],
    ["a moment in the year 0", { where: { updatedAt: { gt: new Date("0000-12-31T23:59:59.999Z") } } }],
    ["a moment in the year 10000", { where: { startsAt: { lt: new Date("+010000-01-01") } } }],
    ["the last moment that there is", { where: { startsAt: { lt: new Date(8.64e15) } } }],
    ["101 values", { where: { title: { in: Array(101).fill("x") } } }],
    ["301 values", { where: { or: Array(7).fill({ not: { title: { in: Array(43).fill("x") } } }) } }],
    ["51 conditions", { where: { or: Array(51).fill({ title: "x" }) } }],
    ["51 conditions, spread", { where: { or: Array(17).fill({ and: Array(3).fill({ title: "x" }) }) } }],
    ["conditions 10,000 deep", { where: nested(10_000, (not) => ({ not })) }],
    ["conditions 9 deep", { where: nested(9, (inner) => ({ and: [inner] })) }],
    ["a group", { where: { venue: { name: "Hall" } } }],
    ["a text that was rendered", { where: { body: "x" } }],
    ["SQL as a field", { where: { "title' OR 1=1 --": "x" } }],
    ["SQL as an order", { orderBy: "title; DROP TABLE entry" }],
    ["the order of many values", { orderBy: "formats" }],
    ["SQL as a selection", { select: { "x', (SELECT 1))--": true } }],
    ["false in a selection", { select: { title: false } }],
    ["a page of none", { limit: 0 }],
    ["a page of 101", { limit: 101 }],
    ["a page of a half", { limit: 1.5 }],
    ["an unknown word", { orderby: "title" }],
    ["a list", []],
  ])("%s", async (_name, query) => {
    await expect(list(query)).rejects.toMatchObject(refused);
  });
});

describe("stands for itself:", () => {
  test.each([
    "' OR 1=1 --",
    "One'; DROP TABLE entry; --",
    "%",
    "_ne",
    "\\",
    "title",
    "$1",
    "\u0001One",
    "one\u0001One",
    "\ud800",
  ])("%j as a value", async (title) => {
    expect((await list({ where: { title } })).items).toEqual([]);
    expect((await list({ where: { host: title, slug: title } })).items).toEqual([]);
    expect((await list({ where: { title: { in: [title, "One"] } } })).items).toHaveLength(1);
  });
});

test("50 conditions on as many fields as there are do not slow a list down", async () => {
  const many = Array.from({ length: 24 }, (_, index) => ({
    not: { price: { gt: index }, title: `T${index}` },
  }));
  expect((await list({ where: { and: many }, orderBy: "title" })).items).toHaveLength(1);
});

test("an object of conditions without any asks for nothing", async () => {
  for (const none of [{}, { in: undefined }])
    for (const name of ["id", "slug", "title", "publishedAt"])
      expect((await list({ where: { [name]: name === "publishedAt" ? {} : none } })).items).toHaveLength(1);
  expect((await list({ where: { id: { in: [] } } })).items).toEqual([]);
});

test("the first and the last moment that an entry can have are no mistake", async () => {
  const where = {
    startsAt: { gte: new Date("0001-01-01T00:00:00Z"), lte: new Date("9999-12-31T23:59:59.999Z") },
    publishedAt: { gte: new Date("0001-01-01T00:00:00Z"), lte: new Date("9999-12-31T23:59:59.999Z") },
  };
  expect((await list({ where })).items).toHaveLength(1);
});

test("a get without a slug or an id, or with both, says what to give", async () => {
  const get = api.content.event.get as unknown as (query: object) => Promise<unknown>;
  const id = "0198a7c2-1111-7000-8000-000000000001";
  for (const query of [{}, { slug: "one", id }, { slug: undefined, id: undefined }])
    await expect(get(query)).rejects.toThrow("Give a slug or an id.");
  for (const query of [{ slug: "one", id: undefined }, { slug: "one" }])
    expect(await get(query)).toMatchObject({ title: "One" });
});
