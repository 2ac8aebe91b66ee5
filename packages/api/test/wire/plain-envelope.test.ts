import fc from "fast-check";
import superjson from "superjson";
import { describe, expect, test } from "vitest";
import { plainEnvelope } from "../../src/wire/plain-envelope.ts";
import { transformer } from "../../src/wire/transformer.ts";

/** The bytes that superjson's own walk gives, without the equalities that the transformer leaves out. */
function bySuperjson(value: unknown): string {
  const { json, meta } = superjson.serialize(value);
  return JSON.stringify(meta?.values ? { json, meta: { values: meta.values, v: 1 } } : { json });
}

const outcome = (serialize: () => string): string => {
  try {
    return serialize();
  } catch (error) {
    return `throws ${(error as Error).message}`;
  }
};
function same(value: unknown): void {
  expect(outcome(() => JSON.stringify(transformer.serialize(value)))).toBe(outcome(() => bySuperjson(value)));
}

const key = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "0",
    "1",
    "12",
    "a.b",
    "a\\b",
    "\\.",
    "",
    "toJSON",
    "__proto__",
    "constructor",
    "prototype",
  ),
);
const output = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.date({ noInvalidDate: true }),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 5, noNullPrototype: false }),
  ),
})).value;

describe("an envelope made in one walk has superjson's bytes", () => {
  test("for whatever procedures answer: JSON, dates and undefined, under any names", () => {
    fc.assert(fc.property(output, same), { numRuns: 2_000 });
  });

  test("for anything else, by leaving it to superjson", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(fc.property(anything, same), { numRuns: 1_000 });
  });

  test("for an object that is there twice, within itself, or deeper than the walk goes", () => {
    const shared = { at: new Date(0), nothing: undefined };
    same({ one: shared, two: [shared, shared] });
    const cyclic: Record<string, unknown> = { shared };
    cyclic.again = { cyclic };
    same(cyclic);
    let deep: unknown = new Date(0);
    for (let level = 0; level < 200; level++) deep = level % 2 ? [deep] : { deep };
    same(deep);
  });

  test("with the names that are numbers first, at each level anew", () => {
    same({
      b: undefined,
      1: undefined,
      list: [{ at: new Date(0) }, undefined, { 7: undefined, a: undefined }],
    });
  });
});

test("what holds neither dates nor undefined is not copied, and nothing is changed", () => {
  const plain = { list: [{ a: 1 }] };
  const value = Object.freeze({ plain, at: new Date(0), nothing: undefined });
  const { json } = plainEnvelope(value) as unknown as { json: typeof value };
  expect(json.plain).toBe(plain);
  expect(json.at).toBe("1970-01-01T00:00:00.000Z");
});
