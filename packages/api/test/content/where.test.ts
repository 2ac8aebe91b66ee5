import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEventApi, type EventApi } from "./events.ts";

type Where = NonNullable<NonNullable<Parameters<EventApi["content"]["event"]["list"]>[0]>["where"]>;

let api: EventApi;
let ann: string;
let firstId: string;
beforeAll(async () => {
  api = await createEventApi();
  ann = await api.person("Ann Author");
  const bob = await api.person("Bob Binder");
  firstId = await api.event({
    title: "One",
    startsAt: "2026-01-10T09:00:00+01:00",
    price: -5,
    level: "open",
    formats: ["talk", "walk"],
    links: ["a", "b"],
    speakers: [ann],
    host: ann,
  });
  await api.event({
    title: "Two",
    startsAt: "2026-02-10T09:00:00Z",
    price: 10.5,
    level: "expert",
    formats: ["talk"],
    links: ["b"],
    isFree: true,
    speakers: [ann, bob],
  });
  await api.event({ title: "Three", startsAt: "2026-03-10T09:00:00Z", price: 100, level: "expert" });
  await api.event({
    title: "four",
    startsAt: "2026-04-10T09:00:00Z",
    level: "open",
    host: bob,
    ink: "#AA00FF",
  });
  await api.editor.event.create({ fields: { title: "One", level: "open" } as never });
});
afterAll(() => api[Symbol.asyncDispose]());

async function titles(where: Where): Promise<string[]> {
  const { items, total } = await api.content.event.list({ where, orderBy: "startsAt", count: true });
  expect(total).toBe(items.length);
  return items.map(({ title }) => title);
}

describe("a condition on one value", () => {
  test.each<[string, Where, string[]]>([
    ["is equality", { title: "One" }, ["One"]],
    ["tells letters of another case apart", { title: "one" }, []],
    ["takes one of several", { level: { in: ["expert"] } }, ["Two", "Three"]],
    ["of none of several finds nothing", { level: { in: [] } }, []],
    ["takes numbers by their size", { price: { gt: -5, lte: 100 } }, ["Two", "Three"]],
    ["takes negative numbers", { price: { lt: 0 } }, ["One"]],
    ["takes exact numbers", { price: 10.5 }, ["Two"]],
    ["never finds what has no value", { price: { lt: 1e300 } }, ["One", "Two", "Three"]],
    ["takes a default as the value", { seats: 10 }, ["One", "Two", "Three", "four"]],
    ["takes moments", { startsAt: new Date("2026-01-10T08:00:00Z") }, ["One"]],
    [
      "takes ranges of moments",
      { startsAt: { gte: new Date("2026-02-10T09:00:00Z"), lt: new Date("2026-04-01") } },
      ["Two", "Three"],
    ],
    ["takes booleans", { isFree: true }, ["Two"]],
    ["takes what was not ticked", { isFree: false }, ["One", "Three", "four"]],
    ["takes colours as they are kept", { ink: "#aa00ff" }, ["four"]],
    ["takes them as they may be written, too", { ink: "#AA00FF" }, ["four"]],
    ["asks for a value", { price: { exists: true } }, ["One", "Two", "Three"]],
    ["asks for no value", { price: { exists: false } }, ["four"]],
    ["takes a reference by its slug", { host: "ann-author" }, ["One"]],
    ["takes references by several slugs", { host: { in: ["ann-author", "bob-binder"] } }, ["One", "four"]],
    ["takes an unknown reference", { host: "nobody" }, []],
    ["takes the slug", { slug: "two" }, ["Two"]],
    ["takes dates of the entry", { updatedAt: { gt: new Date("2100-01-01") } }, []],
  ])("%s", async (_name, where, expected) => {
    expect(await titles(where)).toEqual(expected);
  });
});

describe("a condition on many values", () => {
  test.each<[string, Where, string[]]>([
    ["is about one of them", { formats: "talk" }, ["One", "Two"]],
    ["can be written out", { formats: { contains: "walk" } }, ["One"]],
    ["takes any of several", { formats: { in: ["walk", "film"] } }, ["One"]],
    ["takes items of lists", { links: "b" }, ["One", "Two"]],
    ["asks whether there are any", { speakers: { exists: false } }, ["Three", "four"]],
    ["takes references by slug", { speakers: "bob-binder" }, ["Two"]],
    ["holds for each of its operators", { links: { contains: "b", in: ["a"] } }, ["One"]],
  ])("%s", async (_name, where, expected) => {
    expect(await titles(where)).toEqual(expected);
  });

  test("takes references by id, in either case, and slugs among them", async () => {
    expect(await titles({ speakers: ann.toUpperCase() })).toEqual(["One", "Two"]);
    expect(await titles({ speakers: { in: [ann, "bob-binder"] } })).toEqual(["One", "Two"]);
  });
});

describe("conditions together", () => {
  test.each<[string, Where, string[]]>([
    ["all hold", { formats: "talk", level: "expert" }, ["Two"]],
    ["and is the same", { and: [{ formats: "talk" }, { level: "expert" }] }, ["Two"]],
    ["or takes either", { or: [{ price: -5 }, { price: 100 }] }, ["One", "Three"]],
    [
      "or takes conditions of several parts",
      { or: [{ slug: "four" }, { level: "expert", price: 100 }] },
      ["Three", "four"],
    ],
    ["or of nothing finds nothing", { or: [] }, []],
    ["not takes the others, and what has no value", { not: { price: { gt: 0 } } }, ["One", "four"]],
    ["not of many is about all of them", { not: { formats: "walk" } }, ["Two", "Three", "four"]],
    ["nest", { not: { or: [{ title: "One" }, { not: { level: "expert" } }] } }, ["Two", "Three"]],
    ["of an empty and hold for all", { and: [], not: { and: [{ title: "One" }] } }, ["Two", "Three", "four"]],
    ["may name a field twice", { and: [{ price: { gt: -10 } }, { price: { lt: 50 } }] }, ["One", "Two"]],
    ["hold beside ids", { id: { in: [] } }, []],
  ])("%s", async (_name, where, expected) => {
    expect(await titles(where)).toEqual(expected);
  });

  test("and so do ids", async () => {
    expect(await titles({ id: firstId, level: "open" })).toEqual(["One"]);
    expect(await titles({ id: { in: [firstId] }, level: "expert" })).toEqual([]);
  });
});
