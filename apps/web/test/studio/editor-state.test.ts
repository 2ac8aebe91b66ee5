import type { CallError, Entry, FieldDescription } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";
import { editorReducer, isDirty, startState, type Theirs } from "../../src/studio/editor/editor-state.ts";

const entry = (version: number, fields: Record<string, unknown>): Entry => ({
  id: "1",
  type: "article",
  slug: "a",
  title: "A",
  version,
  status: "draft",
  isPublished: false,
  schedule: null,
  assigneeId: null,
  actions: [],
  createdAt: new Date(0),
  updatedAt: new Date(version),
  publishedAt: null,
  path: "/a",
  fields,
});
const fields: FieldDescription[] = ["title", "body"].map((name) => ({
  name,
  kind: "text",
  label: name,
  required: false,
}));
const start = (saved: Entry | null, changes: FieldValues, theirs: Theirs | null) =>
  startState({ fields, saved, changes, theirs });
const problem = (code: string, details: object) =>
  ({ code, message: "…", details, requestId: "r" }) as unknown as CallError;

describe("the editor's state", () => {
  it("a stale save keeps every change and opens the comparison", () => {
    const dirty = start(entry(1, { title: "A" }), { title: "Mine" }, null);
    const current = {
      version: 2,
      slug: "a",
      fields: { title: "Theirs" },
      updatedAt: new Date(2),
      author: null,
    };
    const after = editorReducer(dirty, { kind: "failed", problem: problem("ENTRY_STALE", { current }) });
    expect(after).toMatchObject({
      changes: { title: "Mine" },
      theirs: current,
      isComparing: true,
      activity: "idle",
    });
  });

  it("a newer version is adopted by a page without changes", () => {
    const clean = start(entry(1, { title: "A" }), {}, null);
    const after = editorReducer(clean, { kind: "refreshed", entry: entry(2, { title: "B" }) });
    expect(after.saved?.version).toBe(2);
    expect(after.theirs).toBeNull();
  });

  it("a newer version is shown to a page with changes, and never put under them", () => {
    const dirty = start(entry(1, { title: "A" }), { title: "Mine" }, null);
    const after = editorReducer(dirty, { kind: "refreshed", entry: entry(2, { title: "B" }) });
    expect(after.saved?.version).toBe(1);
    expect(after.theirs?.version).toBe(2);
    expect(after.changes).toEqual({ title: "Mine" });
  });

  it("an older answer that comes late is ignored", () => {
    const saved = start(entry(3, { title: "C" }), {}, null);
    expect(editorReducer(saved, { kind: "refreshed", entry: entry(2, { title: "B" }) })).toBe(saved);
  });

  it("a refused field is let off when it changes", () => {
    const issues = [{ path: "fields.title", message: "Too long." }];
    const dirty = start(entry(1, {}), { title: "Long" }, null);
    const refused = editorReducer(dirty, { kind: "failed", problem: problem("BAD_INPUT", { issues }) });
    expect(refused).toMatchObject({ issues: { title: "Too long." }, refusals: 1, problem: null });
    expect(editorReducer(refused, { kind: "changed", name: "title", value: "L" }).issues).toEqual({});
  });

  it("what a box holds that is no value yet counts as unsaved, until it can be read", () => {
    const clean = start(entry(1, {}), {}, null);
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
    const dirty = start(entry(1, {}), { title: "A" }, null);
    const typed = editorReducer(dirty, {
      kind: "unreadable",
      path: "data",
      unreadable: { text: "{", problem: "No JSON." },
    });
    const saved = editorReducer(typed, {
      kind: "saved",
      entry: entry(2, { title: "A" }),
      sent: { title: "A" },
    });
    expect(isDirty(saved)).toBe(true);
  });

  it("discarded changes take half-typed text with them", () => {
    const dirty = start(entry(1, {}), { title: "A" }, null);
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
    const dirty = start(entry(1, {}), { title: "Mine" }, null);
    const after = editorReducer(
      { ...dirty, activity: "saving" },
      { kind: "failed", problem: problem("NOT_SIGNED_IN", {}) },
    );
    expect(after).toEqual(dirty);
  });

  it("a finished save ends a conflict", () => {
    const current = { version: 2, slug: "a", fields: {}, updatedAt: new Date(2), author: null };
    const stale = { ...start(entry(1, {}), { title: "Mine" }, current), isComparing: true };
    const after = editorReducer(stale, {
      kind: "saved",
      entry: entry(3, { title: "Mine" }),
      sent: { title: "Mine" },
    });
    expect(after).toMatchObject({ theirs: null, isComparing: false, changes: {} });
  });
});
