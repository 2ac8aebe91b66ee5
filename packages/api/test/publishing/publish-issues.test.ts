import {
  blocks,
  boolean,
  custom,
  defineType,
  group,
  image,
  json,
  list,
  markdown,
  multiSelect,
  number,
  reference,
  references,
  select,
  text,
} from "@letterpress/model";
import type { Field, FieldKind, FieldMap } from "@letterpress/model/field";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { publishIssues } from "../../src/publishing/publish-issues.ts";

const id = "01a207a7-8848-7028-8c07-da352405241d";
const fill = "Fill this in before publishing.";
/** Each issue as `path: message`; the title is given. */
function issuesOf(fields: FieldMap, stored: Record<string, unknown>) {
  const issues = publishIssues(defineType("a", { fields: { title: text(), ...fields } }), {
    title: "A",
    ...stored,
  });
  return issues.map(({ path, message }) => `${path}: ${message}`);
}

describe("a required field is asked for", () => {
  test.each([{}, { title: null }, { title: "" }, { title: " \n\u00a0" }])("where there is %j", (stored) => {
    expect(publishIssues(defineType("a", { fields: { title: text() } }), stored)).toEqual([
      { path: "fields.title", message: fill },
    ]);
  });

  test("by its own path, at any depth", () => {
    const fields = {
      venue: group({ name: text(), geo: group({ lat: number(), lon: number().optional() }) }),
      days: list(group({ program: blocks({ talk: group({ by: reference("a"), notes: markdown() }) }) })),
    };
    expect(issuesOf(fields, {})).toEqual([`fields.venue.name: ${fill}`, `fields.venue.geo.lat: ${fill}`]);
    const venue = { name: "Hall", geo: { lat: 0 } };
    const days = [
      {},
      {
        program: [
          { type: "talk", by: id, notes: "a" },
          { type: "talk", notes: " " },
        ],
      },
    ];
    expect(issuesOf(fields, { venue, days })).toEqual([
      `fields.days.1.program.1.by: ${fill}`,
      `fields.days.1.program.1.notes: ${fill}`,
    ]);
  });

  test("in an optional group only once that is there", () => {
    const fields = { venue: group({ name: text() }).optional() };
    expect(issuesOf(fields, {})).toEqual([]);
    expect(issuesOf(fields, { venue: {} })).toEqual([`fields.venue.name: ${fill}`]);
  });

  test("as an item of a list that says nothing", () => {
    expect(issuesOf({ names: list(text()) }, { names: ["a", " "] })).toEqual([`fields.names.1: ${fill}`]);
    expect(issuesOf({ names: list(list(text())) }, { names: [[], [""]] })).toEqual([
      `fields.names.1.0: ${fill}`,
    ]);
    expect(issuesOf({ names: list(text().default("x")) }, { names: [""] })).toEqual([]);
  });

  test("but no field that has a default or may be missing", () => {
    const fields = {
      note: text().optional(),
      size: number().default(1),
      done: boolean(),
      names: list(text()),
      data: json().default(null),
      box: group({ note: text().optional(), size: number().default(1) }),
    };
    expect(issuesOf(fields, {})).toEqual([]);
  });
});

test.each<[string, Field<FieldKind, unknown, unknown, "defaulted">, unknown[]]>([
  ["list", list(text(), { min: 2 }), ["a"]],
  ["blocks", blocks({ a: group({}) }, { min: 2 }), [{ type: "a" }]],
  ["references", references("a", { min: 2 }), [id]],
  ["multiSelect", multiSelect(["a", "b"], { min: 2 }), ["a"]],
])("as many items as %s must have are asked for", (_kind, field, one) => {
  const more = "Add at least 2 before publishing.";
  expect(issuesOf({ x: field }, {})).toEqual([`fields.x: ${more}`]);
  expect(issuesOf({ x: field }, { x: one })).toEqual([`fields.x: ${more}`]);
  expect(issuesOf({ x: group({ y: field }) }, { x: { y: one } })).toEqual([`fields.x.y: ${more}`]);
  expect(issuesOf({ x: list(field) }, { x: [one] })).toEqual([`fields.x.0: ${more}`]);
  // What may be missing may be empty, too, but not half done.
  expect(issuesOf({ x: field.optional() }, {})).toEqual([]);
  expect(issuesOf({ x: field.optional() }, { x: [] })).toEqual([]);
  expect(issuesOf({ x: field.optional() }, { x: one })).toEqual([`fields.x: ${more}`]);
});

describe("a value that no longer fits is named", () => {
  test.each<[string, FieldMap, Record<string, unknown>, string]>([
    [
      "a text that was allowed to be longer",
      { x: text({ max: 2 }) },
      { x: "abc" },
      "x: Use at most 2 characters.",
    ],
    ["an option that is gone", { x: list(select(["a"])) }, { x: ["a", "b"] }, "x.1: Use one of: a."],
    [
      "a group that is gone",
      { x: blocks({ a: group({}) }) },
      { x: [{ type: "b" }] },
      "x.0.type: Use one of: a.",
    ],
    ["a text where a number is now", { x: group({ y: number() }) }, { x: { y: "1" } }, "x.y: Use a number."],
    ["a text where a list is now", { x: list(text()) }, { x: "abc" }, "x: Use a list."],
    ["a text where a group is now", { x: group({ y: text() }) }, { x: "abc" }, "x: Use an object of fields."],
    ["a list where a group is now", { x: group({ y: text() }) }, { x: ["a"] }, "x: Use an object of fields."],
    [
      "nothing where a block was",
      { x: blocks({ a: group({}) }) },
      { x: [null] },
      "x.0: Use an object with a type.",
    ],
    ["an address where an id is now", { x: image() }, { x: "/a.png" }, "x: Give the id of an asset."],
    [
      "what a schema refuses by now",
      { x: list(custom(z.strictObject({}, "No more."))) },
      { x: [{ a: 1 }] },
      "x.0: No more.",
    ],
    ["too many items", { x: list(text(), { max: 1 }) }, { x: ["a", "b"] }, "x: Use at most 1 items."],
  ])("%s", (_what, fields, stored, issue) => {
    expect(issuesOf(fields, stored)).toEqual([`fields.${issue}`]);
  });

  test("but a field that its type or group has no more is in nobody's way", () => {
    const fields = { x: group({ y: text() }), z: blocks({ a: group({}) }) };
    const stored = { gone: 1, x: { y: "a", gone: 1 }, z: [{ type: "a", gone: 1 }] };
    expect(issuesOf(fields, stored)).toEqual([]);
    expect(issuesOf(fields, { ...stored, x: { gone: 1 } })).toEqual([`fields.x.y: ${fill}`]);
  });
});
