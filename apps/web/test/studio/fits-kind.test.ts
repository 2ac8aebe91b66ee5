import type { FieldDescription } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { fitsKind } from "../../src/studio/fields/fits-kind.ts";
import { field } from "./nested-fields.ts";

const fitting: Partial<Record<FieldDescription["kind"], unknown[]>> = {
  text: ["a"],
  url: ["htt"],
  color: ["#12"],
  number: [0, 1.5],
  boolean: [false],
  date: ["2026-12-31"],
  datetime: ["2026-12-31T18:00:00.000Z"],
  multiSelect: [["a"], []],
  references: [["id"]],
  list: [[1]],
  blocks: [[{ type: "a" }]],
  group: [{}],
  json: [1, [], { a: 1 }],
};

describe("a stored value", () => {
  it("fits the kind that it was saved for, also half typed", () => {
    for (const [kind, values] of Object.entries(fitting))
      for (const value of values)
        expect([kind, value, fitsKind(field("a", kind as FieldDescription["kind"]), value)]).toEqual([
          kind,
          value,
          true,
        ]);
  });

  it("of another kind does not, rather than be shown as nothing", () => {
    for (const [kind, value] of [
      ["text", 5],
      ["number", "5"],
      ["boolean", "yes"],
      ["date", "tomorrow"],
      ["datetime", "2026-12-31"],
      ["multiSelect", "a"],
      ["references", [1]],
      ["list", { 0: "a" }],
      ["blocks", "a"],
      ["group", []],
    ] as const)
      expect([kind, fitsKind(field("a", kind), value)]).toEqual([kind, false]);
  });

  it("of several lines does not fit one, whose box would show them as one without a word", () => {
    expect(fitsKind(field("a", "text"), "one\ntwo")).toBe(false);
    expect(fitsKind({ ...field("a", "custom"), widget: "text" }, "one\ntwo")).toBe(false);
    expect(fitsKind({ ...field("a", "text"), multiline: true }, "one\ntwo")).toBe(true);
  });

  it("that is none fits every kind", () => {
    for (const value of [undefined, null, ""]) expect(fitsKind(field("a", "group"), value)).toBe(true);
  });

  it("of a custom field is judged by its widget", () => {
    expect(fitsKind(field("a", "custom", { widget: "number" }), "5")).toBe(false);
    expect(fitsKind(field("a", "custom", { widget: "json" }), { a: 1 })).toBe(true);
  });
});
