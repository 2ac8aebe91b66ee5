import { describe, expect, it } from "vitest";
import { fieldHelp } from "../../src/studio/fields/field-help.ts";
import { itemName } from "../../src/studio/fields/item-name.ts";
import { itemSummary } from "../../src/studio/fields/item-summary.ts";
import { valueText } from "../../src/studio/fields/value-text.ts";
import { field, nested } from "./nested-fields.ts";

describe("a value in words", () => {
  it("can be read, whatever it is", () => {
    expect(valueText(nested("venue"), { name: "Hall", geo: { lat: 1, lng: 2 } })).toBe(
      "name: Hall · geo: lat: 1 · lng: 2",
    );
    expect(valueText(nested("program"), [{ type: "talk" }, { type: "pause" }])).toBe("2 blocks");
    expect(valueText(nested("links"), ["a", null, "b"])).toBe("a, b");
    expect(valueText(nested("open"), false)).toBe("No");
    expect(valueText(nested("title"), { a: 1 })).not.toContain("[object");
    expect(valueText(nested("venue"), undefined)).toBe("");
  });

  it("sums an item of a list up by its words, else by what it says first", () => {
    const step = nested("steps").item ?? field("", "text");
    expect(itemSummary(step, { minutes: 5, title: "Fold\n here" })).toBe("Fold here");
    expect(itemSummary(step, { minutes: 5 })).toBe("5");
    expect(itemSummary(step, {})).toBe("");
    expect(itemSummary(step, "of another kind")).toBe("");
    expect(itemSummary(field("", "text"), "a".repeat(500))).toHaveLength(120);
  });

  it("tells what a field takes, and what publishing takes when it is left empty", () => {
    expect(fieldHelp(field("a", "number", { min: 1, max: 5, integer: true, defaultValue: 3 }))).toBe(
      "A whole number from 1 to 5. Left empty, publishing takes 3.",
    );
    expect(fieldHelp(field("a", "text", { help: "Help.", max: 100 }))).toBe("Help.");
    expect(fieldHelp(field("a", "list", { min: 2, max: 100, defaultValue: [] }))).toBe("At least 2.");
    expect(fieldHelp(nested("open"))).toBe("");
  });
});

describe("an item of a list", () => {
  it("is called by its own label, else by the list's in the singular", () => {
    const named = (label: string, item = "") =>
      itemName(field("a", "list", { label, item: field("", "text", { label: item }) }));
    expect(named("Steps", "Step of work")).toBe("Step of work");
    expect(
      ["Links", "Boxes", "Addresses", "Galleries", "Status", "Schritte"].map((one) => named(one)),
    ).toEqual(["Link", "Box", "Address", "Gallery", "Status", "Schritte"]);
  });
});
