import type { PublishedEntry } from "@letterpress/model/content-type";
import { expectTypeOf, test } from "vitest";
import type { ContentCalls } from "../../src/content/content-calls.ts";
import type { Page } from "../../src/listing/page.ts";
import type { EventModel } from "./events.ts";

// Nothing is called: the promises of this file are the compiler's, which `@ts-expect-error` holds to its refusals.
type Calls<Name extends keyof EventModel> = ContentCalls<EventModel, Name>;
type Item<Page extends Promise<{ items: unknown[] }>> = Awaited<Page>["items"][number];
const typesOnly = (_calls: (event: Calls<"event">, person: Calls<"person">) => unknown) => {};

test("without select and include, an entry has all its fields", () => {
  typesOnly((event) => {
    const page = event.list();
    expectTypeOf<Item<typeof page>["speakers"]>().toEqualTypeOf<{ type: "person"; id: string }[]>();
    expectTypeOf<Item<typeof page>["startsAt"]>().toEqualTypeOf<Date>();
    expectTypeOf<Awaited<typeof page>>().not.toHaveProperty("total");
  });
});

test("select and include give exactly what they name", () => {
  typesOnly((event) => {
    const page = event.list({
      select: { title: true, host: true, price: true },
      include: { place: { select: { city: true } } },
      count: true,
    });
    expectTypeOf<Item<typeof page>>().toEqualTypeOf<{
      title: string;
      price?: number;
      host?: { type: "person"; id: string };
      place: { city?: string } | null;
    }>();
    expectTypeOf<Awaited<typeof page>["total"]>().toEqualTypeOf<number>();
  });
});

test("an included reference is the entry or null, several are those that are published", () => {
  typesOnly((event) => {
    const one = event.get({ slug: "x", include: { host: { select: { name: true } }, speakers: true } });
    expectTypeOf<Awaited<typeof one>["host"]>().toEqualTypeOf<{ name: string } | null | undefined>();
    expectTypeOf<Awaited<typeof one>["speakers"][number]["name"]>().toEqualTypeOf<string>();
    expectTypeOf<Awaited<typeof one>["title"]>().toEqualTypeOf<string>();
  });
});

test("reverse references are named by type and field, and includes nest three deep", () => {
  typesOnly((_event, person) => {
    const one = person.get({
      slug: "x",
      select: { name: true },
      include: {
        "event.speakers": {
          limit: 3,
          select: { title: true },
          include: { host: { select: { name: true }, include: { employer: { select: { city: true } } } } },
        },
      },
    });
    expectTypeOf<Awaited<typeof one>>().toEqualTypeOf<{
      name: string;
      "event.speakers": {
        title: string;
        host?: { name: string; employer?: { city?: string } | null } | null;
      }[];
    }>();
  });
});

test("a call infers nothing from where its result goes", () => {
  const entry = (event: Calls<"event">): Promise<PublishedEntry<EventModel["event"]>> =>
    event.get({ slug: "x" });
  const page = (event: Calls<"event">): Promise<Page<{ title: string }>> =>
    event.list({ select: { title: true } });
  typesOnly((event) => [entry(event), page(event)]);
});

test("what is not selected or not included cannot be read", () => {
  typesOnly(async (event) => {
    const { items, ...page } = await event.list({ select: { title: true } });
    // @ts-expect-error: it was not selected.
    items[0]?.startsAt;
    // @ts-expect-error: it was not counted.
    page.total;
    const one = await event.get({ slug: "x", include: { host: true } });
    // @ts-expect-error: it may not be published.
    one.host.name;
    // @ts-expect-error: it was not included, so it is a reference.
    one.speakers[0]?.name;
  });
});

test("conditions that a type does not know are refused", () => {
  typesOnly((event) => [
    // @ts-expect-error: no such field.
    event.list({ where: { nope: "x" } }),
    // @ts-expect-error: no such field, inside.
    event.list({ where: { or: [{ nope: 1 }] } }),
    // @ts-expect-error: texts have no range.
    event.list({ where: { title: { gte: "x" } } }),
    // @ts-expect-error: a number is no text.
    event.list({ where: { price: "x" } }),
    // @ts-expect-error: a moment is a Date.
    event.list({ where: { startsAt: { gte: "2026-01-01" } } }),
    // @ts-expect-error: not one of its options.
    event.list({ where: { formats: "opera" } }),
    // @ts-expect-error: it has one value.
    event.list({ where: { level: { contains: "open" } } }),
    // @ts-expect-error: rendered text is no filter.
    event.list({ where: { body: "x" } }),
    // @ts-expect-error: nor is a group.
    event.list({ where: { venue: { name: "x" } } }),
    // @ts-expect-error: it always has a value.
    event.list({ where: { startsAt: { exists: true } } }),
    // @ts-expect-error: null is no value.
    event.list({ where: { price: null } }),
    event.list({ where: { price: { exists: false }, formats: { in: ["talk"] }, not: { links: "x" } } }),
  ]);
});

test("orders, selections and includes that a type does not know are refused", () => {
  typesOnly((event) => [
    // @ts-expect-error: it has many values.
    event.list({ orderBy: "formats" }),
    // @ts-expect-error: no such field.
    event.list({ orderBy: "-nope" }),
    // @ts-expect-error: no such field.
    event.list({ select: { nope: true } }),
    // @ts-expect-error: leave it out instead.
    event.list({ select: { title: false } }),
    // @ts-expect-error: no reference.
    event.list({ include: { title: true } }),
    // @ts-expect-error: the field is the other type's.
    event.list({ include: { place: { select: { title: true } } } }),
    // @ts-expect-error: places have no references.
    event.list({ include: { place: { include: { host: true } } } }),
    // @ts-expect-error: it leads to places.
    event.list({ include: { "event.place": true } }),
    // @ts-expect-error: only reverse references have a limit.
    event.list({ include: { host: { limit: 3 } } }),
    event.list({
      include: {
        host: {
          include: {
            "event.host": {
              // @ts-expect-error: a fourth level.
              include: { place: { include: { "event.place": true } } },
            },
          },
        },
      },
    }),
    // @ts-expect-error: no such word.
    event.list({ wher: {} }),
    // @ts-expect-error: by slug or by id.
    event.get({}),
    event.list({ orderBy: "-startsAt", include: { host: { include: { "event.host": { limit: 1 } } } } }),
  ]);
});

test("what nobody can know before it runs is refused in a selection: the result could not be told", () => {
  typesOnly((event) => {
    const sometimes = Math.random() < 0.5;
    const maybe: { title?: true } = {};
    const maybeHost: { host?: true } = {};
    return [
      // @ts-expect-error: it may not be selected.
      event.list({ select: maybe }),
      // @ts-expect-error: nor this.
      event.list({ select: { id: true, ...(sometimes ? { title: true } : {}) } }),
      // @ts-expect-error: nobody knows which of them.
      event.list({ select: sometimes ? { title: true } : { startsAt: true } }),
      // @ts-expect-error: it may not be included, and then it is a reference.
      event.list({ include: maybeHost }),
      // @ts-expect-error: its selection may not be there.
      event.list({ include: { host: {} as { select?: { name: true } } } }),
      // @ts-expect-error: one or the other.
      event.get({ slug: "x", id: "y" }),
    ];
  });
});

test("where one of several queries is known to be meant, so is its result", () => {
  typesOnly((event) => {
    const sometimes = Math.random() < 0.5;
    const [titles, times] = [{ title: true }, { startsAt: true }] as const;
    const [cities, names] = [{ city: true }, { name: true }] as const;
    const one = event.get({ slug: "x", select: sometimes ? titles : times });
    expectTypeOf<Awaited<typeof one>>().toEqualTypeOf<{ title: string } | { startsAt: Date }>();
    const place = event.get({ slug: "x", include: { place: { select: sometimes ? cities : names } } });
    type Place = NonNullable<Awaited<typeof place>["place"]>;
    expectTypeOf<Place>().toEqualTypeOf<{ city?: string } | { name: string }>();
    const other = event.get({ slug: "x", include: { place: sometimes ? true : { select: names } } });
    type Other = NonNullable<Awaited<typeof other>["place"]>;
    expectTypeOf<Other>().toEqualTypeOf<PublishedEntry<EventModel["place"]> | { name: string }>();
  });
});
