import type { CallError, Entry } from "@letterpress/client";
import { describe, expect, it } from "vitest";
import type { FieldValues } from "../../src/studio/connection/entries-of.ts";
import { autosavedChanges } from "../../src/studio/editor/autosaved-changes.ts";
import {
  type EditorAction,
  type EditorState,
  editorReducer,
  startState,
  valuesOf,
} from "../../src/studio/editor/editor-state.ts";
import { testEntry as entry, testFields as fields } from "./test-entry.ts";

const start = (saved: Entry | null, changes: FieldValues) => startState({ fields, saved, changes });
const after = (state: EditorState, ...actions: EditorAction[]) => actions.reduce(editorReducer, state);
const typed = (title: string): EditorAction => ({ kind: "changed", name: "title", value: title });
const ben = { id: "ben", name: "Ben" };

const unreachable: CallError = { code: "UNREACHABLE", message: "…", details: {}, requestId: "" };
const stale = (version: number, theirs: FieldValues): CallError => ({
  code: "ENTRY_STALE",
  message: "…",
  details: {
    current: { version, slug: "a", fields: theirs, updatedAt: new Date(version), author: ben },
    comparison: [],
  },
  requestId: "",
});

/** An autosave is sent, something is typed, and no answer comes. */
function unheard(state: EditorState, ...then: EditorAction[]): EditorState {
  const sent = autosavedChanges(state);
  return after(state, { kind: "autosaving" }, ...then, {
    kind: "autosaveFailed",
    problem: unreachable,
    sent,
  });
}
const refused = (state: EditorState, problem: CallError) =>
  after(state, { kind: "autosaveFailed", problem, sent: state.changes });

describe("a save whose answer was lost", () => {
  const begun = start(entry(1, { title: "A", body: "B" }), { title: "AB" });

  it("is no conflict with what the person typed since", () => {
    const met = refused(unheard(begun, typed("ABC")), stale(2, { title: "AB", body: "B" }));
    expect(met.theirs).toBeNull();
    expect(met).toMatchObject({ saved: { version: 2 }, changes: { title: "ABC" } });
  });

  it("is recognised after others that never arrived", () => {
    const twice = unheard(unheard(begun, typed("ABC")), typed("ABCD"));
    expect(refused(twice, stale(2, { title: "AB", body: "B" })).theirs).toBeNull();
  });

  it("is recognised when somebody had asked for it", () => {
    const sent = begun.changes;
    const asked = after(begun, { kind: "started" }, { kind: "failed", problem: unreachable, sent });
    expect(refused(after(asked, typed("ABC")), stale(2, { title: "AB", body: "B" })).theirs).toBeNull();
  });

  it("leaves the page as it is for whoever went back to what was there before", () => {
    const met = refused(unheard(begun, typed("A")), stale(2, { title: "AB", body: "B" }));
    expect(valuesOf(met).title).toBe("A");
    expect(met.changes).toEqual({ title: "A" });
  });

  it("does not hide that somebody else changed the same", () => {
    const met = refused(unheard(begun, typed("ABC")), stale(3, { title: "Ben's", body: "B" }));
    expect(met.theirs?.version).toBe(3);
  });
});

describe("an entry that an unanswered call has made", () => {
  const begun = start(null, { title: "First" });

  it("is gone on from, with all that was typed since", () => {
    const found = after(unheard(begun, typed("First words")), {
      kind: "found",
      entry: entry(1, { title: "First" }),
    });
    expect(found).toMatchObject({ saved: { version: 1 }, changes: { title: "First words" }, setback: null });
  });

  it("is gone on from on top of what somebody else saved, too", () => {
    const found = after(unheard(begun, typed("First words")), {
      kind: "found",
      entry: entry(2, { title: "First", body: "Ben's" }),
    });
    expect(found).toMatchObject({ saved: { version: 2 }, changes: { title: "First words" }, theirs: null });
    expect(valuesOf(found).body).toBe("Ben's");
  });

  it("asks where somebody else has changed the same", () => {
    const found = after(unheard(begun, typed("First words")), {
      kind: "found",
      entry: entry(2, { title: "Ben's" }),
    });
    expect(found).toMatchObject({ changes: { title: "First words" }, theirs: { version: 2 } });
  });

  it("is the same one at each try, and another once the page begins anew", () => {
    expect(unheard(begun).newId).toBe(begun.newId);
    expect(after(begun, { kind: "replaced", entry: null, changes: {} }).newId).not.toBe(begun.newId);
  });
});

describe("an answer", () => {
  it("never undoes that somebody typed back to what was saved before", () => {
    const begun = after(start(entry(1, { title: "A" }), {}), typed("AB"));
    const saved = after(begun, { kind: "autosaving" }, typed("A"), {
      kind: "saved",
      entry: entry(2, { title: "AB" }),
      sent: autosavedChanges(begun),
      isAutosave: true,
    });
    expect(valuesOf(saved).title).toBe("A");
  });

  it("to something that makes no version never puts somebody else's save under the person's changes", () => {
    const begun = start(entry(1, { title: "A" }), { title: "Mine" });
    const adopted = after(begun, { kind: "adopted", entry: entry(2, { title: "Ben's" }) });
    expect(adopted).toMatchObject({ saved: { version: 1 }, theirs: { version: 2 } });
  });

  it("about an older version never takes the place of a newer one", () => {
    const begun = start(entry(1, { title: "A" }), { title: "Mine" });
    const looked = after(
      begun,
      { kind: "refreshed", entry: entry(3, { title: "C" }), author: ben },
      { kind: "refreshed", entry: entry(2, { title: "B" }), author: ben },
    );
    expect(looked.theirs?.version).toBe(3);
  });

  it("to a save lets off what was refused before", () => {
    const begun = { ...start(entry(1, {}), { title: "A" }), refused: { title: "A", body: "B" } };
    const sent = { title: "A" };
    const saved = after(begun, { kind: "saved", entry: entry(2, sent), sent, isAutosave: false });
    expect(saved.refused).toEqual({ body: "B" });
  });
});
