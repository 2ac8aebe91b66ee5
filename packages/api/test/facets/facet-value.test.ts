import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facetValue, noValue } from "../../src/facets/facet-value.ts";

/** As PostgreSQL compares with the collation "C". */
const compare = (left: string, right: string) =>
  Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
const number = (value: number) => facetValue("number", value);
const text = (value: string) => facetValue("text", value);
const datetime = (value: Date) => facetValue("datetime", value);
const order = (texts: string[]) => texts.toSorted((left, right) => compare(text(left), text(right)));

const numbers = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, -Number.MAX_VALUE),
  // Neighbours of each other, subnormals among them.
  fc.double({ min: -1e-307, max: 1e-307, noNaN: true }),
);
/** Any UTF-16, well formed or not, with what grows when it is decomposed (U+FDFA becomes 18 characters). */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 450 }),
  fc.string({
    unit: fc.constantFrom("\ufdfa", "\u1e9e", "a\u0301", "\ud800", "\udc00", "😀", "\0", "\u0001", "ß", "x"),
    maxLength: 450,
  }),
);

describe("numbers", () => {
  test("are in the order of their size, and equal where they are equal", () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        expect(compare(number(left), number(right))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("next to each other are told apart", () => {
    expect(compare(number(0), number(5e-324))).toBe(-1);
    expect(compare(number(-5e-324), number(-0))).toBe(-1);
    expect(compare(number(1), number(1 + Number.EPSILON))).toBe(-1);
    expect(number(-0)).toBe(number(0));
  });
});

test("moments are in the order of time, and equal where they are equal", () => {
  const moments = fc.date({
    min: new Date("0001-01-01"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, moments, (left, right) => {
      const byTime = Math.sign(left.getTime() - right.getTime());
      expect(compare(datetime(left), datetime(right))).toBe(byTime);
      expect(facetValue("datetime", left.toISOString())).toBe(datetime(left));
    }),
  );
});

describe("texts", () => {
  test("are equal only where they are the same to the letter, however long", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        expect(text(left) === text(right)).toBe(left === right);
        expect(facetValue("exact", left) === facetValue("exact", right)).toBe(left === right);
      }),
    );
    const long = "x".repeat(10_000);
    expect(text(`${long}a`)).not.toBe(text(`${long}b`));
    expect(text("Resume")).not.toBe(text("Résumé"));
    expect(text("\ud800")).not.toBe(text("\ud801"));
    expect(text("a\0")).not.toBe(text("a"));
  });

  test("that differ in one character are told apart", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        fc.constantFrom("", "\0", "\u0001", "\u0301", "\ud800", "a"),
        (given, at, more) => {
          const index = at % (given.length + 1);
          const other = given.slice(0, index) + more + given.slice(index);
          expect(text(other) === text(given)).toBe(other === given);
        },
      ),
    );
  });

  test("are in the order of their letters, whatever their case and accents", () => {
    const words = ["Zebra", "éclair", "Apfel", "zoo", "Ähre", "eclipse", "Öl", "ozon"];
    expect(order(words)).toEqual(["Ähre", "Apfel", "éclair", "eclipse", "Öl", "ozon", "Zebra", "zoo"]);
    expect(order(["b", "Ab", "a", "aB", "A"]).map((word) => word.toLowerCase())).toEqual([
      "a",
      "a",
      "ab",
      "ab",
      "b",
    ]);
    expect(order(["Strasse 2", "Straße 1", "STRASSE 3"])).toEqual(["Straße 1", "Strasse 2", "STRASSE 3"]);
    expect(order(["ΟΔΟΣ Γ", "οδος Α", "ὁδός Β"])).toEqual(["οδος Α", "ὁδός Β", "ΟΔΟΣ Γ"]);
    expect(order(["ñu", "nube", "nz"])).toEqual(["ñu", "nube", "nz"]);
  });

  test("that differ in case and accents alone stand beside each other", () => {
    const letter = fc.constantFrom(..."aàâäbcçdeéèfghiïklmnñoôöpqrsßtuüvwxyzæœøåαβγσςабвгжя ");
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 150 }), (word) => {
        const [plain] = text(word).split("\u0001");
        for (const other of [word.toUpperCase(), word.toLowerCase(), word.normalize("NFD")])
          expect(text(other).split("\u0001")[0]).toBe(plain);
      }),
    );
  });

  test("that begin alike for 200 characters are found apart, though their order is open", () => {
    const start = "a".repeat(200);
    expect(text(`${start}x`)).not.toBe(text(`${start}y`));
    expect(text(`${start}x`).slice(0, 201)).toBe(text(`${start}y`).slice(0, 201));
  });
});

describe("every value is one that the database takes", () => {
  test("of any text: well formed, without U+0000, and short enough for an index row", () => {
    const long = fc
      .tuple(anyText, fc.integer({ min: 1, max: 200 }))
      .map(([part, times]) => part.repeat(times).slice(0, 10_000));
    fc.assert(
      fc.property(fc.oneof(anyText, long), (given) => {
        for (const value of [text(given), facetValue("exact", given)]) {
          expect(value.isWellFormed()).toBe(true);
          expect(value.includes("\0")).toBe(false);
          expect(Buffer.byteLength(value)).toBeLessThanOrEqual(2_600);
        }
      }),
    );
  });

  test.each(["\ufdfa", "\uffff", "😀", "a\u0301", "ß", "\u0390", "\ud800", "\0"])(
    "of 10,000 times %j",
    (character) => {
      for (const length of [199, 200, 201, 10_000]) {
        const value = text(character.repeat(length).slice(0, length));
        expect(Buffer.byteLength(value)).toBeLessThanOrEqual(2_600);
        expect(value.isWellFormed()).toBe(true);
      }
    },
  );

  test("and no value is taken for none, which sorts before all", () => {
    fc.assert(
      fc.property(anyText, numbers, (given, size) => {
        for (const value of [text(given), number(size)]) expect(compare(noValue, value)).toBe(-1);
      }),
    );
    expect(compare(noValue, datetime(new Date("0001-01-01T00:00:00Z")))).toBe(-1);
    expect(compare(noValue, facetValue("boolean", false))).toBe(-1);
  });
});
