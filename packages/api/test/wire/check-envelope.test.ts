import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transformer } from "../../src/wire/transformer.ts";

const refused = (envelope: unknown) =>
  expect(() => transformer.deserialize(envelope as never)).toThrow(
    expect.objectContaining({ errorCode: "BAD_INPUT" }),
  );

describe("an envelope is refused before it is decoded", () => {
  test("when it is nested too deep for the stack", () => {
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    refused({ json: deep });
    refused({ json: null, meta: { values: deep } });
  });

  test("when it asks for a value that costs more than its size", () => {
    refused({ json: { n: "9".repeat(100) }, meta: { values: { n: ["bigint"] } } });
    refused({ json: {}, meta: { values: { x: [["custom", "y"]] } } });
    refused({ json: ["a"], meta: { values: ["map"] } });
  });

  test("when it asks for shared or cyclic objects", () => {
    refused({ json: { a: null }, meta: { referentialEqualities: { a: ["b"] } } });
  });

  test("when it reaches for prototypes", () => {
    refused(JSON.parse('{"json":{"__proto__":{"admin":true}}}'));
    refused({ json: {}, meta: { values: JSON.parse('{"__proto__":["Date"]}') } });
    refused({ json: { constructor: { prototype: {} } } });
  });

  test("when a text holds what no database keeps", () => {
    refused({ json: { slug: "a\0b" } });
    refused({ json: { title: "half a letter: \ud800" } });
  });

  test("when it is no envelope", () => {
    refused([]);
    refused("x");
    refused({ json: 1, more: 2 });
  });
});

test("dates and undefined travel both ways", () => {
  const value = { at: new Date("2026-01-01T00:00:00Z"), nothing: undefined, list: [1, "two", null, true] };
  expect(transformer.deserialize(transformer.serialize(value))).toEqual(value);
});

test("any JSON comes through as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(
        text.isWellFormed() &&
          !/\\ud[89a-f]|__proto__|constructor|prototype/.test(text) &&
          !text.includes("-0"),
      );
      expect(transformer.deserialize({ json: JSON.parse(text) })).toEqual(JSON.parse(text));
    }),
  );
});
