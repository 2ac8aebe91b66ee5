import type { CallError, Entry } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";
import { editorReducer, isDirty, startState, valuesOf } from "../../src/studio/editor/editor-state.ts";
import type { Theirs } from "../../src/studio/editor/theirs.ts";
import { testEntry as entry, testFields as fields } from "./test-entry.ts";

const start = (saved: Entry | null, changes: FieldValues) => startState({ fields, saved, changes });
const problem = (code: string, details: object) =>
  ({ code, message: "…", details, requestId: "r" }) as unknown as CallError;

const ben = { id: "ben", name: "Ben" };
const version2 = (fields: FieldValues): Theirs => ({
  version: 2,
  slug: "a",
  fields,
  updatedAt: new Date(2),
  author: ben,
});

describe("the editor's state", () => {
  it("a stale save keeps every change and opens the comparison", () => {
    const dirty = start(entry(1, { title: "A" }), { title: "Mine" });
    const current = version2({ title: "Theirs" });
    const after = editorReducer(dirty, {
      kind: "failed",
      problem: problem("ENTRY_STALE", { current, comparison: [] }),
    });
    expect(after).toMatchObject({
      changes: { title: "Mine" },
      theirs: current,
      isComparing: true,
      activity: "idle",
    });
  });

  it("a newer version is adopted by a page without changes", () => {
    const clean = start(entry(1, { title: "A" }), {});
    const after = editorReducer(clean, { kind: "refreshed", entry: entry(2, { title: "B" }), author: ben });
    expect(after.saved?.version).toBe(2);
    expect(after.theirs).toBeNull();
  });

  it("a newer version is shown to a page with changes, and never put under them", () => {
    const dirty = start(entry(1, { title: "A" }), { title: "Mine" });
    const after = editorReducer(dirty, { kind: "refreshed", entry: entry(2, { title: "B" }), author: ben });
    expect(after.saved?.version).toBe(1);
    expect(after.theirs?.version).toBe(2);
    expect(after.changes).toEqual({ title: "Mine" });
  });

  it("an older answer that comes late is ignored", () => {
    const saved = start(entry(3, { title: "C" }), {});
    expect(editorReducer(saved, { kind: "refreshed", entry: entry(2, { title: "B" }), author: ben })).toBe(
      saved,
    );
  });

  it("a refused field is let off when it changes", () => {
    const issues = [{ path: "fields.title", message: "Too long." }];
    const dirty = start(entry(1, {}), { title: "Long" });
    const refused = editorReducer(dirty, { kind: "failed", problem: problem("BAD_INPUT", { issues }) });
    expect(refused).toMatchObject({ issues: { title: "Too long." }, refusals: 1, problem: null });
    expect(editorReducer(refused, { kind: "changed", name: "title", value: "L" }).issues).toEqual({});
  });

  it("what a box holds that is no value yet counts as unsaved, until it can be read", () => {
    const clean = start(entry(1, {}), {});
    const typed = editorReducer(clean, {
      kind: "unreadable",
      path: "data",
      unreadable: { text: "{", problem: "No JSON." },
    });
    expect(isDirty(typed)).toBe(true);
    const refused = editorReducer(typed, { kind: "refused", issues: { data: "No JSON." } });
    expect(refused.issues).toEqual({ data: "No JSON." });
    const read = editorReducer(refused, { kind: "unreadable", path: "data", unreadable: null });
    expect(isDirty(read)).toBe(false);
    expect(read.issues).toEqual({});
  });

  it("what is typed while a save runs and is no value yet is not taken for saved", () => {
    const dirty = start(entry(1, {}), { title: "A" });
    const typed = editorReducer(dirty, {
      kind: "unreadable",
      path: "data",
      unreadable: { text: "{", problem: "No JSON." },
    });
    const saved = editorReducer(typed, {
      kind: "saved",
      entry: entry(2, { title: "A" }),
      sent: { title: "A" },
      isAutosave: false,
    });
    expect(isDirty(saved)).toBe(true);
  });

  it("discarded changes take half-typed text with them", () => {
    const dirty = start(entry(1, {}), { title: "A" });
    const typed = editorReducer(dirty, {
      kind: "unreadable",
      path: "data",
      unreadable: { text: "{", problem: "No JSON." },
    });
    const after = editorReducer(typed, { kind: "replaced", entry: entry(1, {}), changes: {} });
    expect(isDirty(after)).toBe(false);
    expect(after.generation).toBe(typed.generation + 1);
  });

  it("an ended session leaves the page as it was", () => {
    const dirty = start(entry(1, {}), { title: "Mine" });
    const after = editorReducer(
      { ...dirty, activity: "saving" },
      { kind: "failed", problem: problem("NOT_SIGNED_IN", {}) },
    );
    expect(after).toEqual(dirty);
  });

  it("a finished save ends a conflict", () => {
    const stale = { ...start(entry(1, {}), { title: "Mine" }), theirs: version2({}), isComparing: true };
    const after = editorReducer(stale, {
      kind: "saved",
      entry: entry(3, { title: "Mine" }),
      sent: { title: "Mine" },
      isAutosave: false,
    });
    expect(after).toMatchObject({ theirs: null, isComparing: false, changes: {} });
  });

  it("an autosave that turns out stale takes nobody from what they are typing", () => {
    const dirty = { ...start(entry(1, { title: "A" }), { title: "Mine" }), isAutosaving: true };
    const stale = problem("ENTRY_STALE", { current: version2({ title: "Theirs" }), comparison: [] });
    const after = editorReducer(dirty, { kind: "autosaveFailed", problem: stale, sent: dirty.changes });
    expect(after).toMatchObject({ isComparing: false, isAutosaving: false, theirs: { author: ben } });
  });

  it("goes on from another's version that leaves alone what the person changed, and says what came of it", () => {
    const dirty = start(entry(1, { title: "A", body: "B" }), { title: "Mine" });
    const current = version2({ title: "A", body: "Their B" });
    const after = editorReducer(dirty, {
      kind: "failed",
      problem: problem("ENTRY_STALE", { current, comparison: [] }),
    });
    expect(after.theirs).toBeNull();
    expect(after.saved?.version).toBe(2);
    expect(valuesOf(after)).toEqual({ title: "Mine", body: "Their B" });
    expect(after.note).toEqual({ version: 2, author: ben, fields: ["Body"], isMerged: true });
  });

  it("keeps of both what was chosen", () => {
    const saved = entry(1, { title: "A", body: "B" });
    const both = { ...start(saved, { title: "Mine", body: "My B" }), isComparing: true };
    const stale = { ...both, theirs: version2({ title: "Theirs", body: "Their B" }) };
    const after = editorReducer(stale, { kind: "resolved", choices: { title: "theirs", body: "mine" } });
    expect(after).toMatchObject({ theirs: null, isComparing: false, changes: { body: "My B" } });
    expect(after.saved?.version).toBe(2);
    expect(valuesOf(after)).toEqual({ title: "Theirs", body: "My B" });
  });

  it("shows what was written although the server has it tidier, until it is changed", () => {
    const dirty = start(entry(1, {}), { title: "A " });
    const sent = dirty.changes;
    const saved = editorReducer(dirty, {
      kind: "saved",
      entry: entry(2, { title: "A" }),
      sent,
      isAutosave: true,
    });
    expect(isDirty(saved)).toBe(false);
    expect(valuesOf(saved)).toEqual({ title: "A " });
    const back = editorReducer(saved, { kind: "changed", name: "title", value: "A" });
    expect(valuesOf(back)).toEqual({ title: "A" });
    const theirs = editorReducer(saved, {
      kind: "refreshed",
      entry: entry(3, { title: "Theirs" }),
      author: ben,
    });
    expect(valuesOf(theirs)).toEqual({ title: "Theirs" });
  });

  it("a key that comes while a save is under way stays in the form, and is unsaved", () => {
    const dirty = { ...start(entry(1, {}), { title: "A" }), isAutosaving: true };
    const typed = editorReducer(dirty, { kind: "changed", name: "title", value: "AB" });
    const saved = editorReducer(typed, {
      kind: "saved",
      entry: entry(2, { title: "A" }),
      sent: dirty.changes,
      isAutosave: true,
    });
    expect(valuesOf(saved)).toEqual({ title: "AB" });
    expect(saved.changes).toEqual({ title: "AB" });
  });

  it("an autosave leaves alone what keeps the entry from being published", () => {
    const issues = { body: "Fill this in before publishing." };
    const dirty = { ...start(entry(1, {}), { title: "A" }), issues, isAutosaving: true };
    const sent = dirty.changes;
    const after = editorReducer(dirty, {
      kind: "saved",
      entry: entry(2, { title: "A" }),
      sent,
      isAutosave: true,
    });
    expect(after.issues).toEqual(issues);
  });

  it("what an autosave is refused for is told beside its field, and the rest is tried without it", () => {
    const dirty = { ...start(entry(1, {}), { title: "A", body: "B" }), isAutosaving: true };
    const issues = [{ path: "fields.body", message: "Too long." }];
    const after = editorReducer(dirty, {
      kind: "autosaveFailed",
      problem: problem("BAD_INPUT", { issues }),
      sent: dirty.changes,
    });
    expect(after).toMatchObject({ refused: { body: "B" }, checked: { body: "Too long." }, refusals: 0 });
    expect(after.refused).not.toHaveProperty("title");
  });

  it("a box that something is typed into is no longer said to be empty", () => {
    const empty = { ...start(entry(1, {}), {}), issues: { price: "Fill this in before publishing." } };
    const typed = editorReducer(empty, {
      kind: "unreadable",
      path: "price",
      unreadable: { text: "x", problem: "This is not a number." },
    });
    expect(typed.issues).toEqual({});
  });

  it("a page without changes follows, and says what is new", () => {
    const after = editorReducer(start(entry(1, { title: "A" }), {}), {
      kind: "refreshed",
      entry: entry(2, { title: "B" }),
      author: ben,
    });
    expect(after.note).toMatchObject({ author: ben, fields: ["Title"], isMerged: false });
  });
});
