import type { CallError } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import { autosavedChanges } from "../../src/studio/editor/autosaved-changes.ts";
import { type EditorState, startState } from "../../src/studio/editor/editor-state.ts";
import { testEntry, testFields } from "./test-entry.ts";

const typed = (more: Partial<EditorState> = {}): EditorState => ({
  ...startState({ fields: testFields, saved: testEntry(1, {}), changes: { title: "A", body: "B" } }),
  ...more,
});

describe("what is saved by itself", () => {
  it("is every change", () => {
    expect(autosavedChanges(typed())).toEqual({ title: "A", body: "B" });
  });

  it("is not what cannot be read: saved, its empty value would take the place of the text", () => {
    const unreadable = { "body.0.minutes": { text: "ten", problem: "No number." } };
    expect(autosavedChanges(typed({ unreadable }))).toEqual({ title: "A" });
  });

  it("is not what was refused, before it is something else", () => {
    expect(autosavedChanges(typed({ refused: { title: "A" } }))).toEqual({ body: "B" });
    expect(autosavedChanges(typed({ refused: { title: "AA" } }))).toEqual({ title: "A", body: "B" });
  });

  it("is nothing while something is under way or has to be decided", () => {
    const theirs = { version: 2, slug: "a", fields: {}, updatedAt: new Date(2), author: null };
    const gone = { code: "ENTRY_MISSING", message: "", details: {}, requestId: "" } as CallError;
    for (const more of [
      { activity: "saving" as const },
      { isAutosaving: true },
      { isHeld: true },
      { theirs },
      { problem: gone },
      { saved: testEntry(1, {}, { status: "archived", actions: ["reopen"] }) },
    ])
      expect(autosavedChanges(typed(more))).toEqual({});
  });

  it("makes a new entry of the first word, not of an emptied box", () => {
    expect(autosavedChanges(typed({ saved: null, changes: { title: "" } }))).toEqual({});
    expect(autosavedChanges(typed({ saved: null, changes: { title: "A" } }))).toEqual({ title: "A" });
  });
});
