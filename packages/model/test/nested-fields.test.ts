import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  blocks,
  boolean,
  custom,
  datetime,
  group,
  image,
  json,
  list,
  number,
  references,
  text,
  url,
} from "../src/index.ts";
import { read, take } from "./take.ts";

const day = group({
  name: text(),
  start: datetime().optional(),
  program: blocks({
    talk: group({ title: text(), links: list(url(), { max: 3 }) }),
    pause: group({ minutes: number({ min: 1 }) }),
    nothing: group({}),
  }),
});
const days = list(day, { max: 2 });

describe("what is nested", () => {
  test("is stored as JSON, at any depth", () => {
    const given = [
      {
        name: "First",
        start: new Date(0),
        program: [
          { type: "talk", title: "On type", links: ["https://a.b"] },
          { type: "pause", minutes: 5 },
          { type: "nothing" },
        ],
      },
    ];
    expect(take(days, given)).toEqual({
      stored: [{ ...given[0], start: "1970-01-01T00:00:00.000Z" }],
    });
  });

  test("names the very value that does not fit", () => {
    const program = [{ type: "pause", minutes: 1 }, { type: "nothing" }, { type: "talk", links: ["x"] }];
    expect(take(days, [{ program }])).toEqual([
      "0.program.2.links.0: Use an address that starts with https:// or http://.",
    ]);
    expect(take(days, [{}, { program: [{ type: "pause", minutes: 0 }], start: "now" }])).toEqual([
      "1.start: Use a time with its zone, of the form 2026-12-31T18:00:00Z.",
      "1.program.0.minutes: Use 1 or more.",
    ]);
  });

  test("may be unfinished, as a draft is", () => {
    expect(take(days, [{}])).toEqual({ stored: [{}] });
    expect(take(days, [{ name: "", program: [{ type: "talk" }] }])).toHaveProperty("stored");
  });

  test("leaves out what was emptied", () => {
    expect(take(day, { name: null, start: undefined, program: [{ type: "pause", minutes: null }] })).toEqual({
      stored: { program: [{ type: "pause" }] },
    });
  });

  test("checks JSON and custom values at their place", () => {
    const field = list(group({ data: json(), size: custom(z.number().max(3, "Use 3 or less.")) }));
    expect(take(field, [{ data: { a: [new Date(0)] }, size: 4 }])).toEqual([
      "0.data.a.0: Use a JSON value.",
      "0.size: Use 3 or less.",
    ]);
  });
});

describe("a value of another shape is refused in words", () => {
  test.each([
    ["a list", days, "Use a list."],
    ["blocks", day.fields?.program ?? day, "Use a list."],
    ["a group", day, "Use an object of fields."],
  ])("%s", (_what, field, message) => {
    for (const given of ["a", 1, true, new Date(0), () => 1])
      expect(take(field, given)).toEqual([`: ${message}`]);
  });

  test("an object that only looks like a list is none, and a list is no group", () => {
    expect(take(days, { length: 1, 0: {} })).toEqual([": Use a list."]);
    expect(take(day, [])).toEqual([": Use an object of fields."]);
  });

  test("a block says which of the groups it is", () => {
    const field = blocks({ a: group({}), b: group({}) });
    const oneOf = (index: number) => `${index}.type: Use one of: a, b.`;
    expect(
      take(field, [{}, { type: "c" }, { type: 1 }, { type: "__proto__" }, { type: "constructor" }]),
    ).toEqual([oneOf(0), oneOf(1), oneOf(2), oneOf(3), oneOf(4)]);
    expect(take(field, [null, "a"])).toEqual([
      "0: Use an object with a type.",
      "1: Use an object with a type.",
    ]);
  });

  test("a field that a group does not have is named", () => {
    expect(take(days, [{ title: "a" }])).toEqual(['0: There is no field "title" here.']);
    expect(take(blocks({ a: group({}) }), [{ type: "a", b: 1 }])).toEqual(['0: There is no field "b" here.']);
  });

  test("a name of JavaScript is no field, and changes no object", () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
    expect(take(day, hostile)).toEqual([': There is no field "__proto__" here.']);
    expect(take(day, { constructor: {} })).toEqual([': There is no field "constructor" here.']);
    take(blocks({ a: group({}) }), [{ ...(hostile as object), type: "a" }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test("a list has as many items as it may have, and a huge one costs one problem", () => {
  expect(take(days, [{}, {}])).toHaveProperty("stored");
  expect(take(days, [{}, {}, {}])).toEqual([": Use at most 2 items."]);
  const huge = Array.from({ length: 200_000 }, () => "x");
  expect(take(list(url()), huge)).toEqual([": Use at most 100 items."]);
  expect(take(blocks({ a: group({}) }), huge)).toEqual([": Use at most 200 blocks."]);
});

describe("what was published of a nested field", () => {
  const venue = group({
    name: text(),
    open: boolean(),
    since: datetime(),
    picture: image().optional(),
    tags: references("tag"),
  });

  test("reads with the values of fields that it was published before", () => {
    expect(read(venue, { name: "Hall" })).toEqual({
      name: "Hall",
      open: false,
      since: new Date(0),
      tags: [],
    });
    expect(read(list(venue), [{}])).toEqual([{ name: "", open: false, since: new Date(0), tags: [] }]);
    expect(read(venue, venue.whenMissing)).toEqual(read(venue, {}));
    expect(read(group({ data: json(), more: custom(z.string()) }), {})).toEqual({ data: null, more: null });
  });

  test("reads without the fields and values that do not fit any more", () => {
    expect(read(venue, { name: 1, picture: "x", gone: true })).toEqual(read(venue, {}));
  });

  test("reads without the blocks whose group is gone, and with all others", () => {
    const field = blocks({ note: group({ words: text() }) });
    const stored = [{ type: "gone" }, { type: "note", words: "a" }, { type: "constructor" }, null, "b", {}];
    expect(read(field, stored)).toEqual([{ type: "note", words: "a" }]);
    expect(read(list(field), [stored, []])).toEqual([[{ type: "note", words: "a" }], []]);
  });

  test("reads blocks by their type", () => {
    const field = blocks({ at: group({ time: datetime() }), note: group({ words: text() }) });
    expect(read(field, [{ type: "at", time: "2026-01-01T00:00:00.000Z" }, { type: "note" }])).toEqual([
      { type: "at", time: new Date("2026-01-01") },
      { type: "note", words: "" },
    ]);
  });
});
