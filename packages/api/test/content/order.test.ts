import type { PublishedEntry } from "@letterpress/model/content-type";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PublishedListQuery } from "../../src/content/content-calls.ts";
import { codeOf } from "../test-api.ts";
import { createEventApi, type EventApi, type EventModel } from "./events.ts";

type Query = PublishedListQuery<EventModel["event"]>;

let api: EventApi;
beforeAll(async () => {
  api = await createEventApi();
  const speaker = await api.person("Ann");
  for (let number = 0; number < 24; number++)
    await api.event(
      {
        title: `${["Émile", "zoé", "Ada", "ada"][number % 4]} ${Math.floor(number / 4)}`,
        startsAt: new Date(Date.UTC(2026, number % 5, 1)),
        // Every third has none, and many are alike.
        ...(number % 3 === 0 ? {} : { price: (number % 7) - 3 }),
        level: number % 2 ? "open" : "expert",
        speakers: number % 2 ? [speaker] : [],
      },
      new Date(Date.UTC(2026, 0, 1 + Math.floor(number / 2))),
    );
});
afterAll(() => api[Symbol.asyncDispose]());

async function allPages(query: Query, limit: number) {
  const seen: PublishedEntry<EventModel["event"]>[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.content.event.list({ ...query, limit, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

const orders = [
  "price",
  "-price",
  "startsAt",
  "title",
  "-title",
  "publishedAt",
  "updatedAt",
  "-seats",
] as const;

describe.each(orders)("in the order of %s", (orderBy) => {
  test.each([1, 5, 24])("pages of %i show every entry once, in the order of one page", async (limit) => {
    const whole = (await api.content.event.list({ orderBy, limit: 100 })).items.map(({ id }) => id);
    expect(new Set(whole).size).toBe(24);
    expect((await allPages({ orderBy }, limit)).map(({ id }) => id)).toEqual(whole);
  });

  test("a filter keeps the order", async () => {
    const whole = await allPages({ orderBy }, 100);
    const filtered = await allPages({ orderBy, where: { speakers: "ann" } }, 5);
    expect(filtered.map(({ id }) => id)).toEqual(
      whole.filter(({ speakers }) => speakers.length > 0).map(({ id }) => id),
    );
    expect(filtered).toHaveLength(12);
  });
});

test("numbers go by size, and entries without one come last either way", async () => {
  const up = (await allPages({ orderBy: "price" }, 7)).map(({ price }) => price);
  const down = (await allPages({ orderBy: "-price" }, 7)).map(({ price }) => price);
  const known = up.filter((price) => price !== undefined);
  expect(known).toEqual([...known].sort((a, b) => a - b));
  expect(down.slice(0, 16)).toEqual([...known].reverse());
  expect(up.slice(16)).toEqual(Array(8).fill(undefined));
  expect(down.slice(16)).toEqual(Array(8).fill(undefined));
});

test("texts go by their letters, whatever their case and accents", async () => {
  const titles = (await allPages({ orderBy: "title" }, 9)).map(({ title }) => title);
  expect(titles.map((title) => title.slice(0, 2).toLowerCase())).toEqual(
    [Array(12).fill("ad"), Array(6).fill("ém"), Array(6).fill("zo")].flat(),
  );
});

test("a range on the field of the order holds on every page", async () => {
  const prices = (await allPages({ orderBy: "-price", where: { price: { gte: -1, lt: 2 } } }, 2)).map(
    ({ price }) => price ?? Number.NaN,
  );
  expect(prices.length).toBeGreaterThan(4);
  expect(prices).toEqual(prices.filter((price) => price >= -1 && price < 2).sort((a, b) => b - a));
});

test("only entries without a value can be asked for in its order", async () => {
  const items = await allPages({ orderBy: "price", where: { price: { exists: false } } }, 3);
  expect(items).toHaveLength(8);
});

test("a cursor of another order is refused", async () => {
  const { nextCursor } = await api.content.event.list({ orderBy: "price", limit: 1 });
  const cursor = nextCursor ?? "";
  for (const orderBy of ["-price", "title", "publishedAt", undefined] as const)
    expect(await codeOf(api.content.event.list({ orderBy, cursor }))).toBe("BAD_INPUT");
});

test("a page that starts where an entry was taken away goes on after it", async () => {
  const first = await api.content.event.list({ orderBy: "price", limit: 3 });
  const last = first.items.at(-1)?.id ?? "";
  await api.editor.event.unpublish({ id: last });
  const second = await api.content.event.list({
    orderBy: "price",
    limit: 100,
    cursor: first.nextCursor ?? "",
  });
  expect(second.items).toHaveLength(21);
  await api.editor.event.publish({ id: last, expectedVersion: 1 });
});
