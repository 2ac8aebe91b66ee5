import { expect, it } from "vitest";
import { isSameRow } from "../../src/studio/fields/is-same-row.ts";
import { field } from "./nested-fields.ts";

const row = { field: field("a", "text"), id: "a", path: "a", value: "x", onChange: () => {} };

it("a row is drawn again for what it shows, and not because the form around it was", () => {
  expect(isSameRow(row, { ...row, onChange: () => {} })).toBe(true);
  for (const other of [{ value: "y" }, { path: "b" }, { field: field("a", "number") }, { isBare: true }])
    expect([other, isSameRow(row, { ...row, ...other })]).toEqual([other, false]);
});
