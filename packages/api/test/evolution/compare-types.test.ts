import {
  blocks,
  defineType,
  group,
  list,
  number,
  reference,
  references,
  select,
  text,
  url,
} from "@letterpress/model";
import { describeType } from "@letterpress/model/describe-type";
import type { FieldMap } from "@letterpress/model/field";
import { describe, expect, test } from "vitest";
import { compareTypes } from "../../src/evolution/compare-types.ts";

const typeOf = (fields: FieldMap, version = 1) =>
  describeType(
    defineType("event", {
      version,
      upgrade: version === 2 ? { 1: (old) => old } : {},
      fields: { title: text(), ...fields },
    }),
  );
const changes = (before: FieldMap, after: FieldMap) => compareTypes(typeOf(before), typeOf(after));

const talk = group({ speaker: reference("person"), minutes: number().optional() });

test("a type that is the same has no changes", () => {
  const fields = () => ({ venue: group({ name: text() }), links: list(url()), program: blocks({ talk }) });
  expect(changes(fields(), fields())).toEqual([]);
});

test("labels, help, limits and the order of fields are no changes of what is stored", () => {
  const before = { a: text({ max: 10 }), b: select(["x"]) };
  const after = { b: select(["y", "x"], { label: "Bee" }), a: text({ max: 20, help: "Help." }) };
  expect(changes(before, after)).toEqual([]);
});

test("a version that is counted up or back comes first", () => {
  const [one, two] = [typeOf({}, 1), typeOf({ a: text() }, 2)];
  expect(compareTypes(one, two)[0]).toEqual({ what: "versionChanged", from: 1, to: 2 });
  expect(compareTypes(two, one)[0]).toEqual({ what: "versionChanged", from: 2, to: 1 });
});

test.each<[string, FieldMap, FieldMap, object]>([
  ["an optional field", {}, { a: text().optional() }, { what: "fieldAdded", field: "a", required: false }],
  ["a required field", {}, { a: text() }, { what: "fieldAdded", field: "a", required: true }],
  ["a field that is gone", { a: text() }, {}, { what: "fieldRemoved", field: "a" }],
  [
    "another kind",
    { a: text() },
    { a: number() },
    { what: "kindChanged", field: "a", from: "text", to: "number" },
  ],
  [
    "a list of another kind",
    { a: list(text()) },
    { a: list(number()) },
    { what: "kindChanged", field: "a", from: "list of text", to: "list of number" },
  ],
  [
    "another target of a reference",
    { a: reference("person") },
    { a: reference("tag") },
    { what: "kindChanged", field: "a", from: "reference to person", to: "reference to tag" },
  ],
  [
    "many references instead of one",
    { a: reference("tag") },
    { a: references("tag") },
    { what: "kindChanged", field: "a", from: "reference to tag", to: "references to tag" },
  ],
  [
    "a field that became required",
    { a: text().optional() },
    { a: text() },
    { what: "becameRequired", field: "a" },
  ],
  [
    "an option that is gone",
    { a: select(["x", "y"]) },
    { a: select(["x"]) },
    { what: "optionRemoved", of: "values", field: "a", option: "y" },
  ],
  ["a default", { a: number() }, { a: number().default(1) }, { what: "defaultChanged", field: "a" }],
  [
    "another default",
    { a: number().default(1) },
    { a: number().default(2) },
    { what: "defaultChanged", field: "a" },
  ],
])("%s is a change", (_what, before, after, change) => {
  expect(changes(before, after)).toEqual([change]);
});

test("a field that is not asked for any more is none", () => {
  expect(
    changes({ a: text(), b: number().default(1) }, { a: text().optional(), b: number().optional() }),
  ).toEqual([]);
});

describe("inside of groups, lists and blocks, at any depth", () => {
  test("changes have the dotted path", () => {
    const before = {
      venue: group({ address: group({ street: text() }) }),
      days: list(group({ day: text() })),
    };
    const after = {
      venue: group({ address: group({ street: number(), zip: text() }) }),
      days: list(group({ day: text(), note: text().optional() })),
    };
    expect(changes(before, after)).toEqual([
      { what: "kindChanged", field: "venue.address.street", from: "text", to: "number" },
      { what: "fieldAdded", field: "venue.address.zip", required: true },
      { what: "fieldAdded", field: "days.note", required: false },
    ]);
  });

  test("a new block is none, and one that is gone is an option that is gone", () => {
    const pause = group({ until: text() });
    const longer = group({ speaker: reference("person"), minutes: number() });
    expect(changes({ program: blocks({ talk }) }, { program: blocks({ talk, pause }) })).toEqual([]);
    expect(changes({ program: blocks({ talk, pause }) }, { program: blocks({ talk: longer }) })).toEqual([
      { what: "becameRequired", field: "program.talk.minutes" },
      { what: "optionRemoved", of: "blocks", field: "program", option: "pause" },
    ]);
  });
});
