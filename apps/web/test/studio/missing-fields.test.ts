import { describe, expect, it } from "vitest";
import { issuesOfFilled } from "../../src/studio/editor/issues-of-filled.ts";
import { missingFields } from "../../src/studio/editor/missing-fields.ts";
import { nestedFields } from "./nested-fields.ts";

describe("what is missing", () => {
  it("on a page without a word is every required field, also of required groups", () => {
    expect(Object.keys(missingFields(nestedFields))).toEqual(["title", "venue.name"]);
  });

  it("is not complained about while it is written", () => {
    const values = { links: ["htp", null], venue: { name: "" } };
    const issues = { "links.0": "A", "links.1": "B", "venue.name": "C", title: "D", venue: "E" };
    expect(issuesOfFilled(issues, values)).toEqual({ "links.0": "A", venue: "E" });
  });
});
