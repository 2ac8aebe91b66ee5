import type { FieldDescription } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { afterSave, differences, tidyChanges, toSend, withChange } from "../../src/studio/editor/changes.ts";

const field = (name: string): FieldDescription => ({ name, kind: "text", label: name, required: false });
const list: FieldDescription = { ...field("steps"), kind: "list", item: field(""), defaultValue: [] };
const fields = [...["title", "body", "standfirst", "level", "cover", "slug"].map(field), list];

describe("changes", () => {
  it("a field that is back at its saved value is no change", () => {
    const changed = withChange(fields, {}, { title: "Old" }, "title", "New");
    expect(changed).toEqual({ title: "New" });
    expect(withChange(fields, changed, { title: "Old" }, "title", "Old")).toEqual({});
  });

  it("a field that was emptied reads as one that was never filled in", () => {
    expect(withChange(fields, {}, {}, "standfirst", "")).toEqual({});
    expect(withChange(fields, {}, { standfirst: "A" }, "standfirst", "")).toEqual({ standfirst: "" });
  });

  it("a list that is back in its saved order is no change", () => {
    const changed = withChange(fields, {}, { steps: ["a", "b"] }, "steps", ["b", "a"]);
    expect(changed).toEqual({ steps: ["b", "a"] });
    expect(withChange(fields, changed, { steps: ["a", "b"] }, "steps", ["a", "b"])).toEqual({});
  });

  it("what was typed while a save was under way is still a change", () => {
    const sent = { title: "One", body: "Text" };
    const now = { title: "One more", body: "Text", level: "beginner" };
    expect(afterSave(fields, { changes: now, shown: now }, sent, { title: "One", body: "Text" })).toEqual({
      title: "One more",
      level: "beginner",
    });
  });

  it("a value that the server stored differently does not keep the page unsaved", () => {
    const now = { title: " One " };
    expect(afterSave(fields, { changes: now, shown: now }, now, { title: "One" })).toEqual({});
  });

  it("going back to what was saved before, while a save is under way, is a change of what it saved", () => {
    const back = { changes: {}, shown: { title: "Before" } };
    expect(afterSave(fields, back, { title: "After", body: "x" }, { title: "After", body: "x" })).toEqual({
      title: "Before",
      body: null,
    });
  });

  it("an emptied field is sent as null", () => {
    const tidied = tidyChanges(fields, { title: "", cover: null, body: "x", steps: ["a", ""] });
    expect(tidied).toEqual({ title: null, cover: null, body: "x", steps: ["a"] });
  });

  it("a slug is sent only when the person wrote one", () => {
    expect(toSend({ title: "New" })).not.toHaveProperty("slug");
    expect(toSend({ slug: null })).toEqual({});
    expect(toSend({ slug: "mine" })).toEqual({ slug: "mine" });
  });
});

describe("differences", () => {
  const nothingMore = { unread: new Set<string>(), comparison: [] };

  it("name who changed each field", () => {
    const found = differences(fields, {
      base: { title: "A", body: "B", standfirst: "C", level: "beginner" },
      changes: { title: "Mine", standfirst: "My C" },
      theirs: { title: "Theirs", body: "Their B", standfirst: "C", level: "beginner" },
      ...nothingMore,
    });
    expect(
      found.map(({ field: { name }, changedBy, base, mine, theirs }) => [
        name,
        changedBy,
        base,
        mine,
        theirs,
      ]),
    ).toEqual([
      ["title", "both", "A", "Mine", "Theirs"],
      ["body", "theirs", "B", "B", "Their B"],
      ["standfirst", "mine", "C", "My C", "C"],
    ]);
  });

  it("a field that both changed to the same is none", () => {
    const both = { base: { title: "A" }, changes: { title: "B" }, theirs: { title: "B" } };
    expect(differences(fields, { ...both, ...nothingMore })).toEqual([]);
  });

  it("a field that they emptied shows", () => {
    const [emptied] = differences(fields, { base: { body: "B" }, changes: {}, theirs: {}, ...nothingMore });
    expect(emptied).toMatchObject({ changedBy: "theirs", mine: "B", theirs: undefined });
  });

  it("text that is no value yet is the person's, too", () => {
    const versions = { base: { title: "A" }, changes: {}, theirs: { title: "B" }, comparison: [] };
    const [found] = differences(fields, { ...versions, unread: new Set(["title"]) });
    expect(found?.changedBy).toBe("both");
  });

  it("what only the server remembers, it tells", () => {
    const comparison = [
      { field: "body", base: "Before", theirs: "After", mine: "Before", changedBy: "theirs" as const },
    ];
    const versions = {
      base: { body: "After" },
      changes: {},
      theirs: { body: "After" },
      unread: new Set<string>(),
    };
    const [found] = differences(fields, { ...versions, comparison });
    expect(found).toMatchObject({ base: "Before", theirs: "After", changedBy: "theirs" });
  });
});
