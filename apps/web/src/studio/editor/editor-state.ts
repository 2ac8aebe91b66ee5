import type { CallError, Entry } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import { afterSave, rebase, withChange } from "./changes.ts";
import { fieldIssues } from "./field-issues.ts";

/** A version of the entry that somebody else saved. */
export type Theirs = Extract<CallError, { code: "ENTRY_STALE" }>["details"]["current"];

export type Activity = "idle" | "saving" | "publishing" | "unpublishing" | "deleting";

export interface EditorState {
  /** The version that the changes are made to; `null` until the first save. */
  saved: Entry | null;
  /** What the person changed since, by field. */
  changes: FieldValues;
  activity: Activity;
  /** What is wrong with each field, by its name. */
  issues: Record<string, string>;
  /** Counts up with each answer that names fields, to take the person to the first of them. */
  refusals: number;
  /** What went wrong with the entry as a whole. */
  problem: CallError | null;
  /** Set while somebody else's version is newer than `saved`. */
  theirs: Theirs | null;
  /** The dialog that compares the two is open. */
  isComparing: boolean;
}

export type EditorAction =
  | { kind: "changed"; name: string; value: unknown }
  | { kind: "started"; activity: Activity }
  | { kind: "saved"; entry: Entry; sent: FieldValues }
  | { kind: "failed"; problem: CallError }
  | { kind: "refused"; issues: Record<string, string> }
  /** A newer look at the entry, from the server. */
  | { kind: "refreshed"; entry: Entry }
  | { kind: "replaced"; entry: Entry | null; changes: FieldValues }
  | { kind: "compared"; isComparing: boolean }
  | { kind: "dismissed" };

export function startState(saved: Entry | null, changes: FieldValues, theirs: Theirs | null): EditorState {
  return {
    saved,
    changes,
    activity: "idle",
    issues: {},
    refusals: 0,
    problem: null,
    theirs,
    isComparing: false,
  };
}

export function savedFields(state: Pick<EditorState, "saved">): FieldValues {
  return state.saved?.fields ?? {};
}

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.kind) {
    case "changed": {
      const { [action.name]: _, ...issues } = state.issues;
      return {
        ...state,
        issues,
        changes: withChange(state.changes, savedFields(state), action.name, action.value),
      };
    }
    case "started":
      return { ...state, activity: action.activity, problem: null, issues: {} };
    case "saved": {
      const changes = afterSave(state.changes, action.sent, action.entry.fields);
      return { ...startState(action.entry, changes, null), refusals: state.refusals };
    }
    case "failed":
      return failed({ ...state, activity: "idle" }, action.problem);
    case "refused":
      return { ...state, activity: "idle", issues: action.issues, refusals: state.refusals + 1 };
    case "refreshed":
      return refreshed(state, action.entry);
    case "replaced":
      return { ...startState(action.entry, action.changes, null), refusals: state.refusals };
    case "compared":
      return { ...state, isComparing: action.isComparing };
    case "dismissed":
      return { ...state, problem: null };
  }
}

function failed(state: EditorState, problem: CallError): EditorState {
  if (problem.code === "ENTRY_STALE") return { ...state, theirs: problem.details.current, isComparing: true };
  // The dialog that asks to sign in again says it all.
  if (problem.code === "NOT_SIGNED_IN") return state;
  const issues = fieldIssues(problem);
  if (Object.keys(issues).length === 0) return { ...state, problem };
  return {
    ...state,
    issues,
    refusals: state.refusals + 1,
    problem: problem.code === "ENTRY_INCOMPLETE" ? problem : null,
  };
}

function refreshed(state: EditorState, entry: Entry): EditorState {
  const version = state.saved?.version ?? 0;
  if (state.activity !== "idle" || entry.version < version) return state;
  const isDirty = Object.keys(state.changes).length > 0;
  if (entry.version > version && isDirty) return { ...state, theirs: entry };
  return { ...state, saved: entry, changes: rebase(state.changes, entry.fields) };
}
