import { expect, test } from "vitest";
import { beginningOf } from "../../src/studio/shell/beginning-of.ts";

test("a short text is told whole, on one line", () => {
  expect(beginningOf(" Longer,\n\nplease. ")).toBe("Longer, please.");
});

test("a long text ends at a word, or in one that does not end", () => {
  expect(beginningOf("word ".repeat(40))).toBe(`${"word ".repeat(17)}word…`);
  expect(beginningOf("x".repeat(200))).toBe(`${"x".repeat(45)}…`);
});
