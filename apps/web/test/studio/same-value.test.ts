import { describe, expect, it } from "vitest";
import { sameValue } from "../../src/studio/fields/same-value.ts";
import { field, nested } from "./nested-fields.ts";

describe("two values of a field", () => {
  it("say the same where both say nothing, however it is written", () => {
    for (const [a, b] of [
      [undefined, null],
      ["", undefined],
    ])
      expect(sameValue(nested("title"), a, b)).toBe(true);
    expect(sameValue(nested("program"), [], undefined)).toBe(true);
    expect(sameValue(nested("venue"), { name: "", geo: null }, undefined)).toBe(true);
    expect(sameValue(nested("title"), "", "a")).toBe(false);
  });

  it("differ where publishing would take them differently", () => {
    expect(sameValue(nested("featured"), false, undefined)).toBe(true);
    expect(sameValue(nested("open"), false, undefined)).toBe(false);
    expect(sameValue(field("tags", "multiSelect", { defaultValue: ["a"] }), [], undefined)).toBe(false);
    expect(sameValue(field("geo", "group", { fields: [field("lat", "number")] }), {}, undefined)).toBe(false);
  });

  it("are compared at every depth, blanks aside", () => {
    const talk = { type: "talk", title: "A", minutes: 5 };
    expect(sameValue(nested("program"), [{ ...talk, by: [] }], [talk])).toBe(true);
    expect(sameValue(nested("program"), [{ ...talk, minutes: null }], [talk])).toBe(false);
    expect(sameValue(nested("program"), [talk], [{ type: "pause", title: "A", minutes: 5 }])).toBe(false);
    expect(sameValue(nested("links"), ["a", "b"], ["b", "a"])).toBe(false);
  });

  it("are compared to the letter where they are JSON", () => {
    expect(sameValue(nested("data"), { a: 1, b: [] }, { b: [], a: 1 })).toBe(true);
    expect(sameValue(nested("data"), { a: null }, {})).toBe(false);
    expect(sameValue(nested("data"), { a: "" }, { a: null })).toBe(false);
  });

  it("are compared as they are where they do not fit the field", () => {
    expect(sameValue(nested("venue"), "Hall", "Hall")).toBe(true);
    expect(sameValue(nested("venue"), "Hall", { name: "Hall" })).toBe(false);
  });
});
