import type { Entry } from "@letterpress/client";
import { shownWhereSame } from "./after-save.ts";
import { rebase } from "./changes.ts";
import type { EditorState } from "./editor-state.ts";
import { changesSince, meetTheirs } from "./meet-theirs.ts";
import type { Theirs } from "./theirs.ts";

/** The page goes on from the entry that an unanswered call has made of the person's own words. */
export function found(state: EditorState, entry: Entry): EditorState {
  const idle = { ...state, activity: "idle", isAutosaving: false, setback: null } as const;
  if (entry.version === 1) {
    const changes = rebase(state.fields, changesSince(state, entry.fields), entry.fields);
    return { ...idle, saved: entry, changes, unanswered: [] };
  }
  const begun = { ...entry, version: 1, fields: state.unanswered[0] ?? {} };
  const met = meetTheirs({ ...idle, saved: begun }, { ...entry, author: null }, [], false);
  return met.theirs ? met : { ...met, saved: entry };
}

/** What was done with the entry beside saving it has been answered. */
export function adopted(state: EditorState, entry: Entry): EditorState {
  const version = state.saved?.version ?? 0;
  if (entry.version < version) return state;
  // Most of what is done with an entry makes no version: this one may have been saved by somebody else meanwhile.
  if (state.saved && entry.version > version) {
    const met = meetTheirs(state, { ...entry, author: null }, [], false);
    return met.theirs ? met : { ...met, saved: entry, note: state.note };
  }
  return {
    ...state,
    saved: entry,
    changes: rebase(state.fields, state.changes, entry.fields),
    shown: shownWhereSame(state, entry.fields),
    theirs: state.theirs && state.theirs.version > entry.version ? state.theirs : null,
  };
}

/** The entry was looked at again: `author` has saved the version that is there now. */
export function refreshed(state: EditorState, entry: Entry, author: Theirs["author"]): EditorState {
  const version = state.saved?.version ?? 0;
  if (state.activity !== "idle" || state.isAutosaving || entry.version < version) return state;
  if (entry.version === version) return adopted(state, entry);
  const after = meetTheirs(state, { ...entry, author }, [], false);
  return after.theirs ? after : { ...after, saved: entry };
}
