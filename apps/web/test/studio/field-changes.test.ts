import { describe, expect, it } from "vitest";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";
import { fieldChanges } from "../../src/studio/revisions/field-changes.ts";
import { nestedFields } from "./nested-fields.ts";

/** Where, and from what to what. */
const changesOf = (before: FieldValues, after: FieldValues) =>
  fieldChanges(nestedFields, before, after).flatMap(({ field, changes }) =>
    changes.map((change) => [[field.name, ...change.place].join(" › "), change.before, change.after]),
  );
const talk = (title: string, minutes: number) => ({ type: "talk", title, minutes });

describe("the changes between two revisions", () => {
  it("name the innermost field that is another", () => {
    expect(
      changesOf(
        { title: "A", venue: { name: "Hall", geo: { lat: 1, lng: 2 } } },
        { title: "A", venue: { name: "Hall", geo: { lat: 1, lng: 3 } } },
      ),
    ).toEqual([["venue › geo › lng", 2, 3]]);
  });

  it("tell a block that was put in from those that it has moved", () => {
    const program = [talk("One", 10), talk("Two", 20)];
    expect(changesOf({ program }, { program: [talk("New", 5), ...program] })).toEqual([
      ["program › 1 › Talk", undefined, talk("New", 5)],
    ]);
    expect(changesOf({ program }, { program: [program[1]] })).toEqual([
      ["program › 1 › Talk", program[0], undefined],
    ]);
  });

  it("go into a block that was changed, and give a block of another kind whole", () => {
    const pause = { type: "pause", minutes: 10 };
    expect(changesOf({ program: [talk("One", 10)] }, { program: [talk("One", 15)] })).toEqual([
      ["program › 1 › Talk › minutes", 10, 15],
    ]);
    expect(changesOf({ program: [talk("One", 10)] }, { program: [pause] })).toEqual([
      ["program › 1 › Talk", talk("One", 10), undefined],
      ["program › 1 › Pause", undefined, pause],
    ]);
  });

  it("count the items of a list as readers do", () => {
    expect(changesOf({ links: ["a", "b", "c"] }, { links: ["a", "x", "c"] })).toEqual([
      ["links › 2", "b", "x"],
    ]);
  });

  it("leave out what only says nothing in another way", () => {
    expect(changesOf({ title: "A", links: [] }, { title: "A", featured: false, data: null })).toEqual([]);
  });

  it("show a value that is of no kind of the field's as it is", () => {
    expect(changesOf({ program: "old text" }, { program: [talk("One", 10)] })).toEqual([
      ["program", "old text", [talk("One", 10)]],
    ]);
  });
});
