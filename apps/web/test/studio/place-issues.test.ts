import { describe, expect, it } from "vitest";
import { hasIssueInside, placeIssues } from "../../src/studio/fields/place-issues.ts";
import { nestedFields } from "./nested-fields.ts";

const values = {
  venue: { name: "Hall" },
  program: [{ type: "pause" }, { type: "talk", by: ["1", "2"] }, { type: "gone" }],
  links: ["https://a.example", "b"],
};
const place = (issues: Record<string, string>) => placeIssues(nestedFields, values, issues);

describe("issues in a form", () => {
  it("stand at the field that they name, at any depth", () => {
    const issues = { "program.1.title": "A", "venue.geo.lat": "B", "links.1": "C", title: "D" };
    expect(place(issues)).toEqual(issues);
  });

  it("of a part without a row of its own stand at the nearest that has one", () => {
    expect(place({ "program.1.by.1": "A" })).toEqual({ "program.1.by": "A" });
    expect(place({ "program.2.type": "B" })).toEqual({ "program.2": "B" });
    expect(place({ "program.7.title": "C" })).toEqual({ program: "C" });
    expect(place({ "venue.old": "D" })).toEqual({ venue: "D" });
    expect(place({ "program.0.title": "E" })).toEqual({ "program.0": "E" });
  });

  it("are told one at a time", () => {
    expect(place({ "program.1.by.1": "First.", "program.1.by.0": "Second." })).toEqual({
      "program.1.by": "First.",
    });
  });

  it("are known to be inside of what holds them, and of nothing else", () => {
    const issues = { "program.10.title": "A" };
    expect(hasIssueInside(issues, "program.10")).toBe(true);
    expect(hasIssueInside(issues, "program.10.title")).toBe(true);
    expect(hasIssueInside(issues, "program.1")).toBe(false);
  });
});
