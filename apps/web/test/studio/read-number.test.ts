import { describe, expect, it } from "vitest";
import { numberText, readNumber } from "../../src/studio/fields/read-number.ts";

describe("a number in a box", () => {
  it("is read as it is written", () => {
    for (const [text, value] of [
      ["5", 5],
      [" -1.50 ", -1.5],
      ["1.", 1],
      [".5", 0.5],
      ["2e3", 2000],
      ["-0", 0],
    ] as const)
      expect(readNumber(text)).toEqual({ value, problem: null, isUnfinished: false });
    expect(Object.is(readNumber("-0").value, 0)).toBe(true);
  });

  it("is none, and no mistake, in an empty box", () => {
    expect(readNumber("  ")).toEqual({ value: null, problem: null, isUnfinished: false });
    expect(numberText(null)).toBe("");
  });

  it("is never NaN or endless: what says no number is null and says why", () => {
    for (const text of ["abc", "1 000", "NaN", "Infinity", "0x10", "1e999", "--1"])
      expect(readNumber(text)).toMatchObject({ value: null, problem: "This is not a number." });
    expect(readNumber("1,5").problem).toContain("point");
  });

  it("may still come after its first characters", () => {
    for (const text of ["-", "+", ".", "-.", "1e", "1e-"])
      expect(readNumber(text)).toMatchObject({ value: null, isUnfinished: true });
    expect(readNumber("a").isUnfinished).toBe(false);
  });
});
