import { expect, test } from "vitest";
import { z } from "zod";
import type { Field, FieldMap } from "../src/field.ts";
import {
  blocks,
  custom,
  datetime,
  defineType,
  group,
  list,
  markdown,
  multiSelect,
  number,
  reference,
  references,
  select,
  slug,
  text,
} from "../src/index.ts";
import { mistakeIn } from "./mistake-in.ts";

/** What a plain JavaScript file, or a cast, can put where TypeScript takes something else. */
const wrongly = (value: unknown) => value as never;
const mistake = (field: Field) => mistakeIn(() => defineType("a", { fields: { title: text(), x: field } }));

test.each<[string, Field, string]>([
  ["min above max", number({ min: 2, max: 1 }), "its min (2) is above its max (1): swap or change them."],
  [
    "more blocks at least than at most",
    blocks({ a: group({}) }, { min: 3, max: 2 }),
    "its min (3) is above its max (2): swap or change them.",
  ],
  [
    "more references than there can be",
    references("a", { min: 101 }),
    "its min (101) is above its max (100): swap or change them.",
  ],
  [
    "more choices than options",
    multiSelect(["a"], { min: 2 }),
    "its min (2) is above the number of its options (1).",
  ],
  ["a bound that is no number", number({ max: Number.NaN }), "its max (NaN) is no number: give one."],
  ["an endless bound", number({ min: -Infinity }), "its min (-Infinity) is no number: give one."],
  ["a count below nothing", text({ max: -1 }), "its max (-1) counts: give a whole number from 0."],
  ["half a character", markdown({ max: 0.5 }), "its max (0.5) counts: give a whole number from 0."],
  ["no options", select(wrongly([])), "it has no options: name one."],
  ["an option twice", multiSelect(["a", "b", "a"]), 'it names its option "a" twice: take one away.'],
  ["an empty option", select(["a", ""]), "one of its options is empty: name it, or make the field optional."],
  ["a blank option", select(["a", " "]), "one of its options is empty: name it, or make the field optional."],
  [
    "an option that no index holds",
    select(["a".repeat(201)]),
    "an option is a text of at most 200 characters: shorten it.",
  ],
  [
    "an option that no database holds",
    select(["a\ud800"]),
    "an option is a text of at most 200 characters: shorten it.",
  ],
  [
    "a schema that takes dates",
    custom(z.date()),
    "JSON cannot hold what its schema takes (Date cannot be represented in JSON Schema): take a text or a number and transform it.",
  ],
  [
    "a schema that takes big integers inside",
    custom(z.object({ a: z.array(z.bigint()) })),
    "JSON cannot hold what its schema takes (BigInt cannot be represented in JSON Schema): take a text or a number and transform it.",
  ],
  ["a default that does not fit", number({ max: 3 }).default(4), "its default does not fit: Use 3 or less."],
  ["a default of another type", text().default(wrongly(4)), "its default does not fit: Use text."],
  [
    "a default that is no option",
    select(["a"]).default(wrongly("b")),
    "its default does not fit: Use one of: a.",
  ],
  [
    "a default that does not fit inside",
    list(group({ b: datetime() })).default([{ b: "now" }]),
    "its default does not fit at 0.b: Use a time with its zone, of the form 2026-12-31T18:00:00Z.",
  ],
  [
    "a default that a schema refuses",
    custom(z.string().min(2)).default("a"),
    "its default does not fit: Too small: expected string to have >=2 characters.",
  ],
  [
    "a default that publishing would refuse",
    list(text(), { min: 2 }).default(["a"]),
    "its default has 1, fewer than its min (2).",
  ],
  ["blocks without groups", blocks({}), "it has no blocks: name a group."],
])("%s is refused", (_what, field, problem) => {
  expect(mistake(field)).toBe(`a.fields.x: ${problem}`);
  // The mistake is found wherever the field is, and said of that place.
  expect(mistake(group({ in: field }))).toBe(`a.fields.x.in: ${problem}`);
  expect(mistake(list(wrongly(field)))).toBe(`a.fields.x.item: ${problem}`);
  expect(mistake(blocks({ b: group({ in: list(wrongly(field)) }) }))).toBe(
    `a.fields.x.b.in.item: ${problem}`,
  );
});

test.each<[string, Field, string]>([
  ["a slug in a group", group({ s: slug() }), "x.s: a group has no address, so no slug: use text()."],
  [
    "a slug in a block",
    blocks({ b: group({ s: slug() }) }),
    "x.b.s: a block has no address, so no slug: use text().",
  ],
  ["a slug in a list", list(slug()), "x.item: an item has no address, so no slug: use text()."],
  [
    "an item that may be missing",
    list(wrongly(text().optional())),
    "x.item: an item is there or not: it cannot be optional.",
  ],
  ["a block that is no group", blocks({ b: wrongly(text()) }), "x.b: a block is a group({ … })."],
  [
    "a block that may be missing",
    blocks({ b: group({}).optional() }),
    "x.b: a block is there or not: it cannot be optional or have a default.",
  ],
  [
    "a field of a block that says its type",
    blocks({ b: group({ type: text() }) }),
    'x.b.type: a block has a "type" already: rename it.',
  ],
])("%s is refused", (_what, field, problem) => {
  expect(mistake(field)).toBe(`a.fields.${problem}`);
});

test.each([
  ["upper case", "Name", "a field's name starts with a small letter, then letters and digits: rename it."],
  ["a hyphen", "a-b", "a field's name starts with a small letter, then letters and digits: rename it."],
  ["a dot", "a.b", "a field's name starts with a small letter, then letters and digits: rename it."],
  ["a digit first", "1a", "a field's name starts with a small letter, then letters and digits: rename it."],
  ["an accent", "é", "a field's name starts with a small letter, then letters and digits: rename it."],
  ["nothing", "", "a field's name starts with a small letter, then letters and digits: rename it."],
  [
    "__proto__",
    "__proto__",
    "a field's name starts with a small letter, then letters and digits: rename it.",
  ],
  ["constructor", "constructor", '"constructor" has a meaning in JavaScript: choose another name.'],
  ["prototype", "prototype", '"prototype" has a meaning in JavaScript: choose another name.'],
  ["toString", "toString", '"toString" has a meaning in JavaScript: choose another name.'],
  ["hasOwnProperty", "hasOwnProperty", '"hasOwnProperty" has a meaning in JavaScript: choose another name.'],
  ["61 characters", "a".repeat(61), "a field's name has at most 60 characters: shorten it."],
])("a field cannot be called %s, at any depth", (_what, name, problem) => {
  const fields: FieldMap = { [name]: text() };
  expect(mistakeIn(() => defineType("a", { fields: { title: text(), ...fields } }))).toBe(
    `a.fields.${name}: ${problem}`,
  );
  expect(mistake(group(fields))).toBe(`a.fields.x.${name}: ${problem}`);
  expect(mistake(blocks({ b: group(fields) }))).toBe(`a.fields.x.b.${name}: ${problem}`);
  const block = problem.replace("a field's", "a block's");
  expect(mistake(blocks({ [name]: group({}) }))).toBe(`a.fields.x.${name}: ${block}`);
});

test("a field that is hidden behind the others is found", () => {
  const problem = 'these are fields in a plain object, and "__proto__" is no name for one.';
  expect(mistake(group({ __proto__: text() }))).toBe(`a.fields.x: ${problem}`);
  expect(mistakeIn(() => defineType("a", { fields: { title: text(), __proto__: text() } }))).toBe(
    `a.fields: ${problem}`,
  );
});

test("what is right is accepted: bounds that meet, defaults that fit, blocks without fields", () => {
  const fields = {
    title: text({ max: 60 }),
    size: number({ min: 1, max: 1 }).default(1),
    at: datetime().default(new Date(0)),
    none: list(text(), { min: 2 }).default([]),
    rule: blocks({ line: group({}) }).default([{ type: "line" }]),
    self: reference("a").default("01a207a7-8848-7028-8c07-da352405241d"),
    words: custom(z.string().transform((given) => given.split(" "))).default("a b"),
    ["a".repeat(60)]: text(),
  };
  expect(mistakeIn(() => defineType("a", { fields }))).toBe("nothing");
});
