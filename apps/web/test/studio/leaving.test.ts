import { describe, expect, it } from "vitest";
import { type EditorState, startState } from "../../src/studio/editor/editor-state.ts";
import { isAtRisk } from "../../src/studio/editor/leaving.ts";
import { testEntry, testFields } from "./test-entry.ts";

const typed = (more: Partial<EditorState> = {}): EditorState => ({
  ...startState({ fields: testFields, saved: testEntry(1, {}), changes: { title: "A" } }),
  ...more,
});
const setback = { code: "UNREACHABLE" as const, message: "", details: {}, requestId: "" };
const theirs = { version: 2, slug: "a", fields: {}, updatedAt: new Date(2), author: null };

describe("closing the page", () => {
  it("asks nothing where all is saved, or will be by itself", () => {
    expect(isAtRisk(typed({ changes: {} }))).toBe(false);
    expect(isAtRisk(typed())).toBe(false);
  });

  it("asks where text waits for the connection or for the person", () => {
    expect(isAtRisk(typed({ setback }))).toBe(true);
    expect(isAtRisk(typed({ theirs }))).toBe(true);
    expect(isAtRisk(typed({ refused: { title: "A" } }))).toBe(true);
    expect(isAtRisk(typed({ unreadable: { body: { text: "x", problem: "No." } } }))).toBe(true);
  });

  it("asks where nothing could be sent: a new entry, and one that cannot be saved as it stands", () => {
    expect(isAtRisk(typed({ saved: null }))).toBe(true);
    const archived = testEntry(1, {}, { status: "archived", actions: ["reopen"] });
    expect(isAtRisk(typed({ saved: archived }))).toBe(true);
  });

  it("asks where this browser could not keep a copy", () => {
    expect(isAtRisk(typed({ isKept: false }))).toBe(true);
  });

  it("asks nothing about changes that were brought back and nobody has touched", () => {
    expect(isAtRisk(typed({ isHeld: true, theirs }))).toBe(false);
  });
});
