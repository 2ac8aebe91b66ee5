import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  countKey,
  entryKey,
  facetKey,
  oldSlugsKey,
  slugKey,
  typeKey,
} from "../../src/content/source-keys.ts";
import { contextOf, nobody } from "../test-api.ts";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
let ids: Record<"place" | "press" | "ann" | "bob" | "gone" | "first" | "second" | "third", string>;
beforeAll(async () => {
  api = await createEventApi();
  const press = await api.place("Press house");
  const place = await api.place("Werkspoor", { city: "Utrecht" });
  const ann = await api.person("Ann", { employer: press });
  const bob = await api.person("Bob");
  const gone = await api.person("Gone");
  const [first, second, third] = await Promise.all(
    [1, 2, 3].map((number) =>
      api.event(
        { title: `Talk ${number}`, price: number, speakers: number === 3 ? [gone, ann] : [ann], host: ann },
        new Date(Date.UTC(2026, 0, number)),
      ),
    ),
  );
  await api.editor.person.unpublish({ id: gone });
  await api.db.redirect.createMany({
    data: [
      { type: "event", locale: "main", slug: "talk-old", entryId: first ?? "" },
      { type: "person", locale: "main", slug: "gone-before", entryId: gone },
    ],
  });
  ids = { place, press, ann, bob, gone, first: first ?? "", second: second ?? "", third: third ?? "" };
});
afterAll(() => api[Symbol.asyncDispose]());

/** The keys that a read records, sorted. */
async function sourcesOf(call: (content: EventApi["content"]) => Promise<unknown>): Promise<string[]> {
  const context = contextOf(api.deps, nobody);
  await call(api.router.createCaller(context).content as unknown as EventApi["content"]).catch(
    () => undefined,
  );
  return [...context.sources].sort();
}

const entries = (...names: (keyof typeof ids)[]) => names.map((name) => entryKey(ids[name]));
const all = () => entries("first", "second", "third");

describe("get records", () => {
  test("the slug that was looked up and the entry that was found", async () => {
    expect(await sourcesOf((content) => content.event.get({ slug: "talk-1" }))).toEqual(
      [slugKey("event", "talk-1"), ...entries("first")].sort(),
    );
  });

  test("that an old slug led there, also where the entry is no longer published", async () => {
    expect(await sourcesOf((content) => content.event.get({ slug: "talk-old" }))).toEqual(
      [slugKey("event", "talk-old"), oldSlugsKey, ...entries("first")].sort(),
    );
    expect(await sourcesOf((content) => content.person.get({ slug: "gone-before" }))).toEqual(
      [slugKey("person", "gone-before"), oldSlugsKey, ...entries("gone")].sort(),
    );
  });

  test("what was looked for and is not there", async () => {
    expect(await sourcesOf((content) => content.event.get({ slug: "nothing" }))).toEqual([
      slugKey("event", "nothing"),
    ]);
    expect(await sourcesOf((content) => content.person.get({ id: ids.gone }))).toEqual(entries("gone"));
  });

  test("targets on every level, also those that are not published", async () => {
    const include = { speakers: { include: { employer: true } } } as const;
    expect(await sourcesOf((content) => content.event.get({ slug: "talk-3", include }))).toEqual(
      [slugKey("event", "talk-3"), ...entries("third", "ann", "gone", "press")].sort(),
    );
  });

  test("who may come to point at an entry, and who does", async () => {
    const include = { "event.host": { limit: 2, include: { place: true } } } as const;
    expect(await sourcesOf((content) => content.person.get({ id: ids.ann, include }))).toEqual(
      [facetKey("event", "host", ids.ann), ...entries("ann", "second", "third", "place")].sort(),
    );
    expect(await sourcesOf((content) => content.person.get({ id: ids.bob, include }))).toEqual(
      [facetKey("event", "host", ids.bob), ...entries("bob")].sort(),
    );
  });
});

describe("list records", () => {
  test("that anything of its type may join, and the row after the page", async () => {
    expect(await sourcesOf((content) => content.event.list({ limit: 2 }))).toEqual(
      [typeKey("event"), ...all()].sort(),
    );
    expect(await sourcesOf((content) => content.event.list({ limit: 1 }))).toEqual(
      [typeKey("event"), ...entries("third", "second")].sort(),
    );
  });

  test("that anything changes a count", async () => {
    expect(await sourcesOf((content) => content.event.list({ count: true }))).toEqual(
      [typeKey("event"), countKey("event"), ...all()].sort(),
    );
  });

  test("the value that an entry must have to join, also among others and in an `and`", async () => {
    const where = { price: { gt: 1 }, and: [{ host: ids.ann }], level: { in: ["expert", "open"] } } as const;
    expect(await sourcesOf((content) => content.event.list({ where }))).toEqual(
      [facetKey("event", "host", ids.ann), ...entries("second", "third")].sort(),
    );
  });

  test.each<[string, object]>([
    ["in an `or`", { or: [{ level: "open" }, { price: 1 }] }],
    ["in a `not`", { not: { level: "expert" } }],
    ["of several", { level: { in: ["open", "expert"] } }],
    ["of a range", { price: { gte: 1 } }],
    ["that is missing", { price: { exists: false } }],
  ])("that anything may join by a value %s", async (_what, where) => {
    const keys = await sourcesOf((content) => content.event.list({ where: where as never }));
    expect(keys.filter((key) => !key.startsWith("entry:"))).toEqual([typeKey("event")]);
  });

  test("a slug that names what a reference points at, wherever it is named", async () => {
    const named = slugKey("person", "ann");
    const wheres = [{ or: [{ host: "ann" }, { price: 1 }] }, { not: { speakers: { in: ["ann"] } } }];
    for (const where of wheres)
      expect(await sourcesOf((content) => content.event.list({ where }))).toEqual(
        expect.arrayContaining([named, typeKey("event")]),
      );
  });

  test("the value behind a slug that an entry must point at, and of a slug of nothing that slug alone", async () => {
    const where = { host: "ann", price: { gt: 1 } };
    expect(await sourcesOf((content) => content.event.list({ where }))).toEqual(
      [slugKey("person", "ann"), facetKey("event", "host", ids.ann), ...entries("second", "third")].sort(),
    );
    expect(await sourcesOf((content) => content.event.list({ where: { host: "nobody" } }))).toEqual([
      slugKey("person", "nobody"),
    ]);
  });

  test("the entries that it names, and no others", async () => {
    const byId = { id: { in: [ids.first, ids.gone] } };
    expect(await sourcesOf((content) => content.event.list({ where: byId }))).toEqual(
      entries("first", "gone").sort(),
    );
    const bySlug = { slug: { in: ["talk-1", "nothing"] }, level: "open" } as const;
    expect(await sourcesOf((content) => content.event.list({ where: bySlug }))).toEqual(
      [slugKey("event", "talk-1"), slugKey("event", "nothing"), ...entries("first")].sort(),
    );
    const either = { or: [{ id: ids.first }, { level: "open" }] } as const;
    expect(await sourcesOf((content) => content.event.list({ where: either }))).toContain(typeKey("event"));
  });
});
