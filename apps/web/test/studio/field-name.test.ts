import { expect, it } from "vitest";
import { fieldName } from "../../src/studio/publishing/field-name.ts";
import { someOf } from "../../src/studio/publishing/some-of.ts";
import { nestedFields } from "./nested-fields.ts";

it("calls a field by the names of the form, and its place as people count", () => {
  expect(fieldName(nestedFields, "fields.title")).toBe("title");
  expect(fieldName(nestedFields, "fields.program.1.minutes")).toBe("program, 2, minutes");
  expect(fieldName(nestedFields, "venue.geo.lat")).toBe("venue, geo, lat");
  expect(fieldName(nestedFields, "")).toBe("");
});

it("tells a few names of many", () => {
  expect(someOf(["A"])).toBe("A");
  expect(someOf(["A", "B"])).toBe("A and B");
  expect(someOf(["A", "B", "C", "D"], 2)).toBe("A, B, C and 3 more");
});
