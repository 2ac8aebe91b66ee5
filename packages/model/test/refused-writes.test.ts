import { expect, test } from "vitest";
import { z } from "zod";
import type { FieldChanges, NewFields } from "../src/content-type.ts";
import { fieldChangesSchema } from "../src/field-schemas.ts";
import {
  blocks,
  custom,
  datetime,
  defineType,
  group,
  list,
  multiSelect,
  number,
  reference,
  select,
  text,
} from "../src/index.ts";

const event = defineType("event", {
  fields: {
    title: text(),
    startsAt: datetime(),
    level: select(["low", "high"]).optional(),
    venue: group({ name: text(), geo: group({ lat: number() }).optional() }),
    program: blocks({ talk: group({ title: text() }), pause: group({ minutes: number() }) }),
    size: custom(z.string().transform(Number)).optional(),
  },
});
const write = (fields: NewFields<typeof event>) => fieldChangesSchema(event).safeParse(fields).success;
const change = (fields: FieldChanges<typeof event>) => fieldChangesSchema(event).safeParse(fields).success;
const full = { title: "A", startsAt: new Date(0), venue: { name: "Hall" } };

test("a write that has what it needs compiles, and is taken", () => {
  expect(write(full)).toBe(true);
  expect(write({ ...full, level: null, program: [{ type: "pause", minutes: 1 }], size: "3" })).toBe(true);
  expect(change({})).toBe(true);
});

test("a write that lacks a required field does not compile; as a draft it is taken", () => {
  // @ts-expect-error title is missing.
  expect(write({ startsAt: "2026-01-01T00:00:00Z", venue: { name: "Hall" } })).toBe(true);
  // @ts-expect-error venue.name is missing.
  expect(write({ ...full, venue: {} })).toBe(true);
  // @ts-expect-error venue.geo.lat is missing.
  expect(write({ ...full, venue: { name: "Hall", geo: {} } })).toBe(true);
  // @ts-expect-error program.0.minutes is missing.
  expect(write({ ...full, program: [{ type: "pause" }] })).toBe(true);
});

test("a required field cannot be written empty; a change may empty it", () => {
  // @ts-expect-error title is required.
  expect(write({ ...full, title: null })).toBe(true);
  expect(change({ title: null })).toBe(true);
});

test("a value of a wrong type neither compiles nor is taken", () => {
  // @ts-expect-error title is a text.
  expect(write({ ...full, title: 1 })).toBe(false);
  // @ts-expect-error startsAt is a Date or a text.
  expect(write({ ...full, startsAt: 0 })).toBe(false);
  // @ts-expect-error There is no such option.
  expect(write({ ...full, level: "middle" })).toBe(false);
  // @ts-expect-error lat is a number.
  expect(write({ ...full, venue: { name: "Hall", geo: { lat: "1" } } })).toBe(false);
  // @ts-expect-error There is no such group.
  expect(write({ ...full, program: [{ type: "note" }] })).toBe(false);
  // @ts-expect-error A talk has no minutes.
  expect(write({ ...full, program: [{ type: "talk", title: "A", minutes: 1 }] })).toBe(false);
  // @ts-expect-error What its schema takes is a text, what it gives is the number.
  expect(write({ ...full, size: 3 })).toBe(false);
  // @ts-expect-error There is no such field.
  expect(change({ subtitle: "A" })).toBe(false);
  // @ts-expect-error An entry has a slug always.
  expect(change({ slug: null })).toBe(false);
});

test("declarations that make no sense do not compile", () => {
  const declare = () => [
    // @ts-expect-error An item is there or not.
    list(text().optional()),
    // @ts-expect-error A block is a group.
    blocks({ talk: text() }),
    // @ts-expect-error One option at least.
    select([]),
    // @ts-expect-error Options are texts.
    multiSelect([1]),
    // @ts-expect-error Not one of the options.
    select(["low"]).default("high"),
    // @ts-expect-error A default has what is required.
    group({ name: text() }).default({}),
    // @ts-expect-error What its schema takes is a text.
    custom(z.string().transform(Number)).default(3),
    // @ts-expect-error A text has no min.
    text({ min: 1 }),
    // @ts-expect-error A type's name is a text.
    reference(1),
    // @ts-expect-error A path ends in its slug.
    defineType("a", { path: "/events", fields: { title: text() } }),
    // @ts-expect-error The title is a field of the type.
    defineType("a", { titleField: "name", fields: { title: text() } }),
  ];
  expect(declare).toBeTypeOf("function");
});
