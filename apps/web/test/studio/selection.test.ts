import { expect, test } from "vitest";
import { nothingSelected, toggleRange, toggleRow } from "../../src/studio/lists/selection.ts";

const rows = ["a", "b", "c", "d", "e"];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join("");

test("a row is selected, and taken out again", () => {
  const one = toggleRow(nothingSelected, "b");
  expect(ids(one)).toBe("b");
  expect(ids(toggleRow(one, "b"))).toBe("");
});

test("shift selects all rows from the last one, in both directions", () => {
  expect(ids(toggleRange(toggleRow(nothingSelected, "b"), rows, "d"))).toBe("bcd");
  expect(ids(toggleRange(toggleRow(nothingSelected, "d"), rows, "b"))).toBe("bcd");
});

test("shift on a selected row takes the range out", () => {
  const all = toggleRange(toggleRow(nothingSelected, "a"), rows, "e");
  expect(ids(toggleRange({ ...all, anchor: "b" }, rows, "d"))).toBe("ae");
});

test("a range whose beginning is not shown any more is the row alone", () => {
  expect(ids(toggleRange({ ids: new Set(["x"]), anchor: "x" }, rows, "c"))).toBe("cx");
  expect(ids(toggleRange(nothingSelected, rows, "c"))).toBe("c");
});
