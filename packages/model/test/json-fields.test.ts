import { describe, expect, test } from "vitest";
import { z } from "zod";
import { custom, json } from "../src/index.ts";
import { notStorable } from "../src/storable-text.ts";
import { read, take } from "./take.ts";

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

describe("json", () => {
  test.each([0, -1.5, "", "a", true, null, [], {}, [1, [2, { a: null }]], { a: { b: ["c"] } }])(
    "takes %j",
    (given) => {
      expect(take(json(), given)).toEqual({ stored: given });
      expect(read(json(), given)).toEqual(given);
    },
  );

  test("stores what JSON would give back", () => {
    expect(take(json(), { a: -0, b: undefined, c: [1] })).toEqual({ stored: { a: 0, c: [1] } });
    expect(take(json(), Object.assign(Object.create(null), { a: 1 }))).toEqual({ stored: { a: 1 } });
  });

  test.each([
    ["nothing", undefined, ": Use a JSON value."],
    ["NaN at its place", { a: [1, Number.NaN] }, "a.1: Use a JSON value."],
    ["an endless number", -Infinity, ": Use a JSON value."],
    ["a big integer", { a: 1n }, "a: Use a JSON value."],
    ["a Date", { at: new Date(0) }, "at: Use a JSON value."],
    ["a Map", new Map([["a", 1]]), ": Use a JSON value."],
    ["a function that would say what it is", { toJSON: () => 1 }, "toJSON: Use a JSON value."],
    ["a hole in a list", Array(1), "0: Use a JSON value."],
    ["half a character", { a: "\ud800" }, `a: ${notStorable}`],
    ["half a character in a name", { "\ud800": 1 }, `: ${notStorable}`],
    ["the character that no database keeps", ["\0"], `0: ${notStorable}`],
  ])("refuses %s", (_what, given, problem) => {
    expect(take(json(), given)).toEqual([problem]);
  });

  test.each(["__proto__", "constructor", "prototype"])("refuses a value of the name %s", (name) => {
    const given: unknown = JSON.parse(`{"a":{"${name}":{"polluted":true}}}`);
    expect(take(json(), given)).toEqual([`a.${name}: "${name}" cannot be the name of a value.`]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("nests as deep as a request, and no stack runs over", () => {
    expect(take(json(), deep(60))).toEqual({ stored: deep(60) });
    const [problem] = take(json(), deep(100_000)) as string[];
    expect(problem).toMatch(/Nest at most 60 deep\.$/);
  });

  test("refuses what holds itself", () => {
    const self: Record<string, unknown> = {};
    self.self = self;
    expect(take(json(), self)).toHaveLength(1);
  });
});

describe("custom", () => {
  const isbn = custom(z.object({ isbn: z.string().regex(/^\d{13}$/, "Use 13 digits.") }), { label: "Book" });

  test("checks with its schema, in its words and at its place", () => {
    expect(take(isbn, { isbn: "9780000000002" })).toEqual({ stored: { isbn: "9780000000002" } });
    expect(take(isbn, { isbn: "12" })).toEqual(["isbn: Use 13 digits."]);
  });

  test("stores what is given, and gives what its schema makes of it", () => {
    const words = custom(z.string().transform((text) => text.split(" ")));
    expect(take(words, "a b")).toEqual({ stored: "a b" });
    expect(words.toOutput?.("a b")).toEqual(["a", "b"]);
    expect(read(words, ["a", "b"])).toEqual(["a", "b"]);
  });

  test("never stores what JSON cannot hold, even if its schema takes it", () => {
    const anything = custom(z.any());
    expect(take(anything, new Date(0))).toEqual([": Use a JSON value."]);
    expect(take(anything, { a: { constructor: 1 } })).toEqual([
      'a.constructor: "constructor" cannot be the name of a value.',
    ]);
    expect(take(custom(z.object({ a: z.string().optional() })), { a: undefined })).toEqual({ stored: {} });
    expect(take(custom(z.number()), -0)).toEqual({ stored: 0 });
  });

  test("says so at once when its schema gives what JSON cannot hold", () => {
    const moment = custom(z.string().transform((text) => new Date(text)));
    expect(take(moment, "2026-01-01")).toEqual([
      ": The schema of this field makes a value of it that JSON cannot hold.",
    ]);
    expect(() => moment.toOutput?.("2026-01-01")).toThrow("JSON cannot hold");
  });

  test("whose schema gives nothing reads as null", () => {
    expect(custom(z.string().transform(() => undefined)).toOutput?.("a")).toBeNull();
  });

  test("names the widget that edits it", () => {
    expect(isbn.settings.widget).toBe("json");
    expect(custom(z.number(), { widget: "number" }).settings.widget).toBe("number");
  });
});
