import type { FieldDescription } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { afterSave, differences, sameValue, toSend, withChange } from "../../src/studio/editor/changes.ts";

const field = (name: string): FieldDescription => ({ name, kind: "text", label: name, required: false });

describe("changes", () => {
  it("a field that is back at its saved value is no change", () => {
    const changed = withChange({}, { title: "Old" }, "title", "New");
    expect(changed).toEqual({ title: "New" });
    expect(withChange(changed, { title: "Old" }, "title", "Old")).toEqual({});
  });

  it("a field that was emptied reads as one that was never filled in", () => {
    expect(withChange({}, {}, "standfirst", "")).toEqual({});
    expect(withChange({}, {}, "featured", false)).toEqual({});
    expect(sameValue([], undefined)).toBe(true);
    expect(sameValue("", "a")).toBe(false);
  });

  it("the order of references is part of their value", () => {
    expect(sameValue(["a", "b"], ["a", "b"])).toBe(true);
    expect(sameValue(["a", "b"], ["b", "a"])).toBe(false);
  });

  it("what was typed while a save was under way is still a change", () => {
    const sent = { title: "One", body: "Text" };
    const now = { title: "One more", body: "Text", level: "beginner" };
    expect(afterSave(now, sent, { title: "One", body: "Text" })).toEqual({
      title: "One more",
      level: "beginner",
    });
  });

  it("a value that the server stored differently does not keep the page unsaved", () => {
    expect(afterSave({ title: " One " }, { title: " One " }, { title: "One" })).toEqual({});
  });

  it("an emptied field is sent as null", () => {
    expect(toSend({ title: "", cover: null, body: "x", featured: false })).toEqual({
      title: null,
      cover: null,
      body: "x",
      featured: false,
    });
  });

  it("a slug is sent only when the person wrote one", () => {
    expect(toSend({ title: "New" })).not.toHaveProperty("slug");
    expect(toSend({ slug: "" })).toEqual({});
    expect(toSend({ slug: "mine" })).toEqual({ slug: "mine" });
  });
});

describe("differences", () => {
  const fields = ["title", "body", "standfirst", "level"].map(field);

  it("name who changed each field", () => {
    const found = differences(fields, {
      base: { title: "A", body: "B", standfirst: "C", level: "beginner" },
      changes: { title: "Mine", standfirst: "My C" },
      theirs: { title: "Theirs", body: "Their B", standfirst: "C", level: "beginner" },
    });
    expect(
      found.map(({ field: { name }, changedBy, mine, theirs }) => [name, changedBy, mine, theirs]),
    ).toEqual([
      ["title", "both", "Mine", "Theirs"],
      ["body", "them", "B", "Their B"],
      ["standfirst", "me", "My C", "C"],
    ]);
  });

  it("a field that both changed to the same is none", () => {
    const both = { base: { title: "A" }, changes: { title: "B" }, theirs: { title: "B" } };
    expect(differences(fields, both)).toEqual([]);
  });

  it("a field that they emptied shows", () => {
    const [emptied] = differences(fields, { base: { body: "B" }, changes: {}, theirs: {} });
    expect(emptied).toMatchObject({ changedBy: "them", mine: "B", theirs: undefined });
  });
});
