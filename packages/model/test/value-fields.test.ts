import { describe, expect, test } from "vitest";
import { boolean, date, datetime, number } from "../src/index.ts";
import { zodOf } from "../src/zod-of.ts";
import { read, take } from "./take.ts";

describe("number", () => {
  test.each([0, -1.5, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER])("takes %d", (given) => {
    expect(take(number(), given)).toEqual({ stored: given });
  });

  test.each([Number.NaN, Infinity, -Infinity, "1", "", true, null, {}, [1], new Date(0)])(
    "refuses %j, which is no number",
    (given) => {
      expect(take(number(), given)).toEqual([": Use a number."]);
    },
  );

  test("refuses a big integer, which JSON has no form for", () => {
    expect(take(number(), 1n)).toEqual([": Use a number."]);
  });

  test("has no negative zero, as JSON has none", () => {
    expect(take(number(), -0)).toEqual({ stored: 0 });
    expect(Object.is((take(number(), -0) as { stored: unknown }).stored, 0)).toBe(true);
  });

  test("has the bounds that it is given, themselves included", () => {
    const field = number({ min: -1, max: 1.5 });
    expect(take(field, -1)).toEqual({ stored: -1 });
    expect(take(field, 1.5)).toEqual({ stored: 1.5 });
    expect(take(field, -1.1)).toEqual([": Use -1 or more."]);
    expect(take(field, 1.6)).toEqual([": Use 1.5 or less."]);
  });

  test("that is whole has no fraction, and is exact", () => {
    const field = number({ integer: true });
    expect(take(field, 1.5)).toEqual([": Use a whole number."]);
    expect(take(field, "1")).toEqual([": Use a number."]);
    const range = ": Use a whole number from -9007199254740991 to 9007199254740991.";
    expect(take(field, 2 ** 53)).toEqual([range]);
    expect(take(field, -(2 ** 53))).toEqual([range]);
  });
});

test("boolean takes true and false alone", () => {
  expect(take(boolean(), false)).toEqual({ stored: false });
  for (const given of ["true", "", 0, 1, null, [], {}])
    expect(take(boolean(), given)).toEqual([": Use true or false."]);
});

describe("date", () => {
  test.each(["0001-01-01", "2028-02-29", "9999-12-31"])("takes %s", (given) => {
    expect(take(date(), given)).toEqual({ stored: given });
  });

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-2-3",
    "10000-01-01",
    "2026-01-01T00:00:00Z",
    "2026-01-01\n",
    "",
    0,
  ])("refuses %j", (given) => {
    expect(take(date(), given)).toEqual([": Use a date of the form 2026-12-31."]);
  });

  test("refuses a Date, which is a moment and no day", () => {
    expect(take(date(), new Date(0))).toEqual([": Use a date of the form 2026-12-31."]);
  });

  test("refuses the year that no calendar has", () => {
    expect(take(date(), "0000-12-31")).toEqual([": Use a date in the years 1 to 9999."]);
  });
});

describe("datetime", () => {
  const form = ": Use a time with its zone, of the form 2026-12-31T18:00:00Z.";
  const years = ": Use a time in the years 1 to 9999.";
  test.each([
    ["2026-12-31T18:00:00Z", "2026-12-31T18:00:00.000Z"],
    ["2026-12-31T18:00:00+02:00", "2026-12-31T16:00:00.000Z"],
    ["2026-12-31T18:00:00.123456Z", "2026-12-31T18:00:00.123Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
  ])("stores %s in UTC", (given, stored) => {
    expect(take(datetime(), given)).toEqual({ stored });
    expect(read(datetime(), stored)).toEqual(new Date(stored));
  });

  test.each([
    "2026-12-31T18:00:00",
    "2026-12-31",
    "2026-02-30T00:00:00Z",
    "2026-12-31T24:00:00Z",
    "now",
    "",
    0,
    null,
    {},
  ])("refuses %j", (given) => {
    expect(take(datetime(), given)).toEqual([form]);
  });

  test("refuses a Date that is none", () => {
    expect(take(datetime(), new Date(Number.NaN))).toEqual([form]);
  });

  test.each(["0000-06-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"])(
    "refuses %s, whose place in order would be another as text",
    (given) => {
      expect(take(datetime(), given)).toEqual([years]);
    },
  );

  test("refuses the last moment that a Date can be", () => {
    expect(take(datetime(), new Date(8.64e15))).toEqual([years]);
  });

  test("does not read a moment out of what was stored as something else", () => {
    for (const stored of [2020, true, null, "5", "tomorrow"])
      expect([stored, zodOf(datetime().output).safeParse(stored).success]).toEqual([stored, false]);
    expect(read(datetime(), new Date(0))).toEqual(new Date(0));
  });
});
