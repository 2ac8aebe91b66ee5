import { describe, expect, test } from "vitest";
import {
  blocks,
  boolean,
  group,
  image,
  list,
  markdown,
  number,
  reference,
  references,
  text,
} from "../src/index.ts";
import { leavesOf } from "../src/leaves.ts";

const id = "01a207a7-8848-7028-8c07-da352405241d";
const fields = {
  title: text(),
  cover: image().optional(),
  venue: group({ name: text(), host: reference("person"), length: number().optional() }),
  aside: group({ words: markdown() }).optional(),
  program: list(
    group({
      parts: blocks({
        talk: group({ speakers: references("person"), notes: list(list(markdown())) }),
        pause: group({}),
      }),
    }),
  ),
};
const paths = (stored: Record<string, unknown>) => leavesOf(fields, stored).map(({ path }) => path);

test("values are found at any depth, with the path and field of each", () => {
  const stored = {
    title: "A",
    venue: { host: id },
    program: [{}, { parts: [{ type: "pause" }, { type: "talk", speakers: [id], notes: [[], ["a", "b"]] }] }],
  };
  expect(leavesOf(fields, stored).map(({ path, value, field }) => [path, value, field.kind])).toEqual([
    ["title", "A", "text"],
    ["venue.host", id, "reference"],
    ["program.1.parts.1.speakers", [id], "references"],
    ["program.1.parts.1.notes.1.0", "a", "markdown"],
    ["program.1.parts.1.notes.1.1", "b", "markdown"],
  ]);
});

test("what is missing, null or blank is left out", () => {
  expect(paths({ title: " \n", cover: null, venue: {}, program: [null, {}] })).toEqual([]);
});

test("defaults are found as if they were saved, at any depth", () => {
  const withDefaults = {
    intro: markdown().default("# Hello"),
    venue: group({ host: reference("person").default(id), open: boolean() }),
    maybe: group({ host: reference("person").default(id) }).optional(),
    people: list(group({ host: reference("person") })).default([{ host: id }]),
    notes: list(markdown().default("None.")),
  };
  expect(
    leavesOf(withDefaults, { intro: "", notes: ["", "Some."] }).map(({ path, value }) => [path, value]),
  ).toEqual([
    ["intro", "# Hello"],
    ["venue.host", id],
    ["venue.open", false],
    ["people.0.host", id],
    ["notes.0", "None."],
    ["notes.1", "Some."],
  ]);
});

describe("a stored value of another shape holds nothing, and stops nobody", () => {
  const shapes: unknown[] = [
    "abc",
    1,
    true,
    {},
    [],
    [null],
    [[]],
    ["abc"],
    [{ type: 1 }],
    [{ type: "gone" }],
    { length: 3 },
  ];
  const hostile: unknown[] = [
    { type: "__proto__" },
    JSON.parse('{"type":"pause","__proto__":{"notes":[["a"]]}}'),
  ];
  test.each([...shapes, hostile].map((shape) => [JSON.stringify(shape), shape]))("%s", (_json, shape) => {
    for (const stored of [
      { venue: shape },
      { program: shape },
      { program: [shape] },
      { program: [{ parts: shape }] },
    ]) {
      const found = paths(stored);
      // A group takes an object of any names, and finds its own in it alone.
      expect(found).toEqual(JSON.stringify(stored) === '{"venue":{"length":3}}' ? ["venue.length"] : []);
    }
  });
});
