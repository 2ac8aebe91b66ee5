import { expect, test } from "vitest";
import { defineType, group, number, reference, slug, text } from "../src/index.ts";
import { mistakeIn } from "./mistake-in.ts";

const title = text();
const upgraded = (version: number, upgrade: Record<number, unknown>) => () =>
  defineType("a", { version, upgrade: upgrade as never, fields: { title } });
const step = (old: Readonly<Record<string, unknown>>) => old;
const named = "a type's name starts with a small letter, then letters and digits: rename it.";

test.each([
  ["no name", () => defineType("", { fields: { title } }), `"": ${named}`],
  [
    "a name that cannot be in an address",
    () => defineType("my type", { fields: { title } }),
    `my type: ${named}`,
  ],
  ["a name in capitals", () => defineType("Article", { fields: { title } }), `Article: ${named}`],
  [
    "a name of JavaScript",
    () => defineType("constructor", { fields: { title } }),
    'constructor: "constructor" has a meaning in JavaScript: choose another name.',
  ],
  [
    "a name that makes a promise",
    () => defineType("then", { fields: { title } }),
    "then: procedures have this name already: choose another.",
  ],
  [
    "the name of a search",
    () => defineType("search", { fields: { title } }),
    "search: procedures have this name already: choose another.",
  ],
  [
    "a name that is no word",
    () => defineType("a".repeat(61), { fields: { title } }),
    `${"a".repeat(61)}: a type's name has at most 60 characters: shorten it.`,
  ],
  [
    "no text field for the title",
    () => defineType("a", { fields: { ref: reference("a") } }),
    "a: it has no text field to use as its title: add one, such as title: text().",
  ],
  [
    "a title that is no field",
    () => defineType("a", { titleField: "x" as never, fields: { title } }),
    'a.titleField: "x" is not a text field of this type: name one.',
  ],
  [
    "a title that is no text",
    () => defineType("a", { titleField: "ref", fields: { title, ref: reference("a") } }),
    'a.titleField: "ref" is not a text field of this type: name one.',
  ],
  [
    "a title that every object has",
    () => defineType("a", { titleField: "toString" as never, fields: { title } }),
    'a.titleField: "toString" is not a text field of this type: name one.',
  ],
  [
    "a slug of another name",
    () => defineType("a", { fields: { title, address: slug() } }),
    'a.fields.address: a type has one slug field, and it is called "slug": rename this one.',
  ],
  [
    "a slug that is no slug",
    () => defineType("a", { fields: { title, slug: text() } }),
    'a.fields.slug: a type has one slug field, and it is called "slug": rename this one.',
  ],
  [
    "a slug of an unknown field",
    () => defineType("a", { fields: { title, slug: slug({ from: "x" }) } }),
    'a.fields.slug: it is made from "x", which is not a text field of this type: name one.',
  ],
  [
    "an optional slug",
    () => defineType("a", { fields: { title, slug: slug().optional() } }),
    "a.fields.slug: every entry has a slug, so it cannot be optional.",
  ],
  [
    "a slug that all entries would share",
    () => defineType("a", { fields: { title, slug: slug().default("a") } }),
    "a.fields.slug: two entries cannot share a slug, so it has no default: take it away.",
  ],
  ["version 0", upgraded(0, {}), "a.version: a version is a whole number from 1: count from there."],
  ["half a version", upgraded(1.5, {}), "a.version: a version is a whole number from 1: count from there."],
  [
    "a version that cannot be counted to",
    upgraded(2 ** 53, {}),
    "a.version: a version is a whole number from 1: count from there.",
  ],
  ["a missing upgrade", upgraded(2, {}), "a.upgrade: it lacks 1, which makes version 2 of a draft: add it."],
  [
    "a gap between upgrades",
    upgraded(4, { 1: step, 3: step }),
    "a.upgrade: it lacks 2, which makes version 3 of a draft: add it.",
  ],
  [
    "an upgrade of the current version",
    upgraded(2, { 1: step, 2: step }),
    'a.upgrade: 2 is no version before the current, which is 2: count up "version".',
  ],
  [
    "an upgrade of no version",
    upgraded(1, { 0: step }),
    'a.upgrade: 0 is no version before the current, which is 1: count up "version".',
  ],
])("%s is refused, with the place of the mistake and what to do", (_what, declare, message) => {
  expect(mistakeIn(declare)).toBe(message);
});

test.each([
  "/a",
  "a/:slug",
  "/A b/:slug",
  "/:slug/b",
  "/a//:slug",
  "/a/:id",
  "/ä/:slug",
  "/a_b/:slug",
  "/:slug/",
  "",
])("the path %j, which is no address, is refused", (path) => {
  const declare = () => defineType("a", { path: path as never, fields: { title } });
  expect(mistakeIn(declare)).toBe(`a.path: "${path}" does not look like /recipes/:slug: write it so.`);
});

test.each(["id", "type", "path", "locale", "version", "publishedAt", "updatedAt"])(
  "a field cannot be called %s, which every entry has",
  (name) => {
    expect(mistakeIn(() => defineType("a", { fields: { title, [name]: text() } }))).toBe(
      `a.fields.${name}: "${name}" is a name that every published entry has already: choose another.`,
    );
    expect(mistakeIn(() => defineType("a", { fields: { title, x: group({ [name]: text() }) } }))).toBe(
      "nothing",
    );
  },
);

test.each(["and", "or", "not"])("a field cannot be called %s, which queries have a meaning for", (name) => {
  expect(mistakeIn(() => defineType("a", { fields: { title, [name]: text() } }))).toBe(
    `a.fields.${name}: "${name}" puts conditions of a query together: choose another name.`,
  );
});

test("every type has a slug, made of its title", () => {
  const type = defineType("a", { fields: { name: text() } });
  expect(type.titleField).toBe("name");
  expect(type.fields.slug.settings.from).toBe("name");
  const own = defineType("a", { fields: { title, short: text(), slug: slug({ from: "short" }) } });
  expect(own.fields.slug.settings.from).toBe("short");
});

test("the title is the field of that name, else the name, else the first text", () => {
  const titleOf = (fields: Parameters<typeof defineType>[1]["fields"]) =>
    defineType("a", { fields }).titleField;
  expect(titleOf({ first: text(), name: text(), title })).toBe("title");
  expect(titleOf({ first: text(), name: text(), title: number() })).toBe("name");
  expect(titleOf({ count: number(), first: text(), second: text() })).toBe("first");
});

test("upgrades from every version before the current are kept", () => {
  const type = defineType("a", { version: 3, upgrade: { 1: step, 2: step }, fields: { title } });
  expect([type.version, Object.keys(type.upgrade)]).toEqual([3, ["1", "2"]]);
  expect(defineType("a", { fields: { title } })).toMatchObject({ version: 1, upgrade: {} });
});
