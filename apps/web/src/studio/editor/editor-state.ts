import type { CallError, Entry, FieldDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import type { Unreadable } from "../fields/form-context.ts";
import type { Issues } from "../fields/place-issues.ts";
import { afterSave, rebase, withChange } from "./changes.ts";
import { fieldIssues } from "./field-issues.ts";
import { issuesAfter } from "./issues-after.ts";

/** A version of the entry that somebody else saved. */
export type Theirs = Extract<CallError, { code: "ENTRY_STALE" }>["details"]["current"];

export type Activity = "idle" | "saving" | "publishing" | "unpublishing" | "deleting";

export interface EditorState {
  /** The type's fields. */
  fields: readonly FieldDescription[];
  /** The version that the changes are made to; `null` until the first save. */
  saved: Entry | null;
  /** What the person changed since, by field. */
  changes: FieldValues;
  activity: Activity;
  /** What the last save or publish found wrong, by the field's path. */
  issues: Issues;
  /** What is wrong with the changes as they are typed. */
  checked: Issues;
  /** What widgets hold that is no value yet, and that a save would lose. */
  unreadable: Readonly<Record<string, Unreadable>>;
  /** Counts up with each answer that names fields, to take the person to the first of them. */
  refusals: number;
  /** What went wrong with the entry as a whole. */
  problem: CallError | null;
  /** Set while somebody else's version is newer than `saved`. */
  theirs: Theirs | null;
  /** The dialog that compares the two is open. */
  isComparing: boolean;
  /** Counts up when other values take the place of the person's: the form begins anew. */
  generation: number;
}

export type EditorAction =
  | { kind: "changed"; name: string; value: unknown }
  /** The same changes as they are sent. */
  | { kind: "tidied"; changes: FieldValues }
  | { kind: "checked"; issues: Issues }
  | { kind: "unreadable"; path: string; unreadable: Unreadable | null }
  | { kind: "started"; activity: Activity }
  | { kind: "saved"; entry: Entry; sent: FieldValues }
  | { kind: "failed"; problem: CallError }
  | { kind: "refused"; issues: Issues }
  /** A newer look at the entry, from the server. */
  | { kind: "refreshed"; entry: Entry }
  | { kind: "replaced"; entry: Entry | null; changes: FieldValues }
  | { kind: "compared"; isComparing: boolean }
  | { kind: "dismissed" };

interface Start {
  fields: readonly FieldDescription[];
  saved: Entry | null;
  changes: FieldValues;
  theirs: Theirs | null;
}

export function startState(start: Start): EditorState {
  return {
    ...start,
    activity: "idle",
    issues: {},
    checked: {},
    unreadable: {},
    refusals: 0,
    problem: null,
    isComparing: false,
    generation: 0,
  };
}

export function savedFields(state: Pick<EditorState, "saved">): FieldValues {
  return state.saved?.fields ?? {};
}

/** What the form shows. */
export function valuesOf(state: Pick<EditorState, "saved" | "changes">): FieldValues {
  return { ...savedFields(state), ...state.changes };
}

/** There is something that a save would bring to the server, or could not yet. */
export function isDirty({ changes, unreadable }: Pick<EditorState, "changes" | "unreadable">): boolean {
  return Object.keys(changes).length > 0 || Object.keys(unreadable).length > 0;
}

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.kind) {
    case "changed":
      return changed(state, action.name, action.value);
    case "tidied":
      return { ...state, changes: action.changes };
    case "checked":
      return { ...state, checked: action.issues };
    case "unreadable":
      return unreadable(state, action.path, action.unreadable);
    case "started":
      return { ...state, activity: action.activity, problem: null, issues: {} };
    case "saved": {
      const changes = afterSave(state.fields, state.changes, action.sent, action.entry.fields);
      const { refusals, generation, unreadable } = state;
      return { ...restart(state, action.entry, changes), refusals, generation, unreadable };
    }
    case "failed":
      return failed({ ...state, activity: "idle" }, action.problem);
    case "refused":
      return { ...state, activity: "idle", issues: action.issues, refusals: state.refusals + 1 };
    case "refreshed":
      return refreshed(state, action.entry);
    case "replaced":
      return {
        ...restart(state, action.entry, action.changes),
        refusals: state.refusals,
        generation: state.generation + 1,
      };
    case "compared":
      return { ...state, isComparing: action.isComparing };
    case "dismissed":
      return { ...state, problem: null };
  }
}

function restart({ fields }: EditorState, saved: Entry | null, changes: FieldValues): EditorState {
  return startState({ fields, saved, changes, theirs: null });
}

function changed(state: EditorState, name: string, value: unknown): EditorState {
  const before = valuesOf(state)[name];
  return {
    ...state,
    issues: issuesAfter(state.issues, name, before, value),
    checked: issuesAfter(state.checked, name, before, value),
    changes: withChange(state.fields, state.changes, savedFields(state), name, value),
  };
}

function unreadable(state: EditorState, path: string, found: Unreadable | null): EditorState {
  const { [path]: before, ...others } = state.unreadable;
  if (found) return { ...state, unreadable: { ...others, [path]: found } };
  // A save that was refused for it has said so.
  const { [path]: refused, ...issues } = state.issues;
  return {
    ...state,
    unreadable: others,
    issues: refused === before?.problem ? issues : state.issues,
  };
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
  if (entry.version > version && isDirty(state)) return { ...state, theirs: { ...entry, author: null } };
  return { ...state, saved: entry, changes: rebase(state.fields, state.changes, entry.fields) };
}
