import type { CallError, Entry, FieldDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import type { Unreadable } from "../fields/form-context.ts";
import type { Issues } from "../fields/place-issues.ts";
import { issuesInside, shownAfterSave } from "./after-save.ts";
import { afterSave, withChange } from "./changes.ts";
import { autosaveFailed, failed } from "./failures.ts";
import { issuesAfter } from "./issues-after.ts";
import { type Choices, type Note, resolved } from "./meet-theirs.ts";
import { newEntryId } from "./new-entry-id.ts";
import { adopted, found, refreshed } from "./take-in.ts";
import type { FieldComparison, Theirs } from "./theirs.ts";

export interface EditorState {
  /** The type's fields. */
  fields: readonly FieldDescription[];
  /** The version that the changes are made to; `null` until the first save. */
  saved: Entry | null;
  /** What the first save makes: always the same entry, however often it has to be tried. */
  newId: string;
  /** What the person changed since, by field. */
  changes: FieldValues;
  /**
   * Saved values as the person wrote them, where the server has them tidier, without empty rows for one: the form keeps
   * these, so that nothing moves under somebody's hands.
   */
  shown: FieldValues;
  activity: "idle" | "saving";
  /** Changes are being saved by themselves; the person goes on meanwhile. */
  isAutosaving: boolean;
  /** Nothing is saved by itself before the person has seen what this browser had kept. */
  isHeld: boolean;
  /** This browser could keep the changes. */
  isKept: boolean;
  /** What the last save or publish found wrong, by the field's path. */
  issues: Issues;
  /** What is wrong with the changes as they are typed. */
  checked: Issues;
  /** Changes that the server refused as they are: not tried again by themselves before they are others. */
  refused: FieldValues;
  /** What widgets hold that is no value yet, and that a save would lose. */
  unreadable: Readonly<Record<string, Unreadable>>;
  /** Counts up with each answer that names fields, to take the person to the first of them. */
  refusals: number;
  /** What went wrong with the entry as a whole. */
  problem: CallError | null;
  /** What was sent without an answer, the first of it first: any one of these may have been saved all the same. */
  unanswered: readonly FieldValues[];
  /** Why the last save failed, where it is tried again by itself. */
  setback: CallError | null;
  /** Set while somebody else's version is newer than `saved`, and both changed the same. */
  theirs: Theirs | null;
  /** What the server said of the two; empty where it was not asked. */
  comparison: readonly FieldComparison[];
  /** The dialog that compares the two is open. */
  isComparing: boolean;
  /** What somebody else's save has changed on the page. */
  note: Note | null;
  /** Counts up when other values take the place of the person's: the form begins anew. */
  generation: number;
}

export type EditorAction =
  | { kind: "changed"; name: string; value: unknown }
  /** The same changes as they are sent. */
  | { kind: "tidied"; changes: FieldValues }
  | { kind: "checked"; issues: Issues }
  | { kind: "unreadable"; path: string; unreadable: Unreadable | null }
  | { kind: "kept"; isKept: boolean }
  /** The person knows of the changes that were brought back. */
  | { kind: "released" }
  | { kind: "started" }
  | { kind: "autosaving" }
  /** `sent` are changes as the form has them. */
  | { kind: "saved"; entry: Entry; sent: FieldValues; isAutosave: boolean }
  /** `sent` where it was a save. */
  | { kind: "failed"; problem: CallError; sent?: FieldValues }
  | { kind: "autosaveFailed"; problem: CallError; sent: FieldValues }
  | { kind: "refused"; issues: Issues }
  /** An earlier try to make the entry has made it. */
  | { kind: "found"; entry: Entry }
  /** What something else that this person did has made of the entry. */
  | { kind: "adopted"; entry: Entry }
  /** A newer look at the entry, from the server; `author` saved it. */
  | { kind: "refreshed"; entry: Entry; author: Theirs["author"] }
  /** A page that begins anew makes another entry, unless an id is named. */
  | { kind: "replaced"; entry: Entry | null; changes: FieldValues; newId?: string }
  | { kind: "compared"; isComparing: boolean }
  | { kind: "resolved"; choices: Choices }
  | { kind: "noted" }
  | { kind: "dismissed" };

type Start = Pick<EditorState, "fields" | "saved" | "changes"> & Partial<Pick<EditorState, "newId">>;

export function startState(start: Start): EditorState {
  return {
    newId: newEntryId(),
    ...start,
    shown: {},
    activity: "idle",
    isAutosaving: false,
    isHeld: false,
    isKept: true,
    issues: {},
    checked: {},
    refused: {},
    unreadable: {},
    refusals: 0,
    problem: null,
    unanswered: [],
    setback: null,
    theirs: null,
    comparison: [],
    isComparing: false,
    note: null,
    generation: 0,
  };
}

export function savedFields(state: Pick<EditorState, "saved">): FieldValues {
  return state.saved?.fields ?? {};
}

/** What the form shows. */
export function valuesOf(state: Pick<EditorState, "saved" | "shown" | "changes">): FieldValues {
  return { ...savedFields(state), ...state.shown, ...state.changes };
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
    case "kept":
      return state.isKept === action.isKept ? state : { ...state, isKept: action.isKept };
    case "released":
      return { ...state, isHeld: false };
    case "started":
      return { ...state, activity: "saving", problem: null, issues: {} };
    case "autosaving":
      return { ...state, isAutosaving: true };
    case "saved":
      return saved(state, action);
    case "failed":
      return failed({ ...state, activity: "idle" }, action.problem, action.sent);
    case "autosaveFailed":
      return autosaveFailed({ ...state, isAutosaving: false }, action.problem, action.sent);
    case "refused":
      return { ...state, activity: "idle", issues: action.issues, refusals: state.refusals + 1 };
    case "found":
      return found(state, action.entry);
    case "adopted":
      return adopted(state, action.entry);
    case "refreshed":
      return refreshed(state, action.entry, action.author);
    case "replaced": {
      const { fields, refusals, generation, isKept } = state;
      const { entry: saved, changes, newId = newEntryId() } = action;
      const start = startState({ fields, saved, changes, newId });
      return { ...start, refusals, isKept, generation: generation + 1 };
    }
    case "compared":
      return { ...state, isComparing: action.isComparing };
    case "resolved":
      return resolved(state, action.choices);
    case "noted":
      return { ...state, note: null };
    case "dismissed":
      return { ...state, problem: null };
  }
}

function changed(state: EditorState, name: string, value: unknown): EditorState {
  const before = valuesOf(state)[name];
  if (Object.is(before, value)) return state;
  const { [name]: _, ...shown } = state.shown;
  return {
    ...state,
    shown,
    isHeld: false,
    note: state.note?.isMerged ? state.note : null,
    issues: issuesAfter(state.issues, name, before, value),
    checked: issuesAfter(state.checked, name, before, value),
    changes: withChange(state.fields, state.changes, savedFields(state), name, value),
  };
}

function unreadable(state: EditorState, path: string, found: Unreadable | null): EditorState {
  const { [path]: before, ...others } = state.unreadable;
  const { [path]: told, ...issues } = state.issues;
  const unreadable = found ? { ...others, [path]: found } : others;
  // A refusal that says the same stays until the text is another; that it was empty, no text leaves true.
  const isAnswered = found ? told !== found.problem : told === before?.problem;
  return { ...state, unreadable, issues: isAnswered ? issues : state.issues };
}

function saved(state: EditorState, action: Extract<EditorAction, { kind: "saved" }>): EditorState {
  const { entry, sent, isAutosave } = action;
  const before = { changes: state.changes, shown: valuesOf(state) };
  const changes = afterSave(state.fields, before, sent, entry.fields);
  const ofOthers = isAutosave && state.problem?.code !== "UNREACHABLE";
  return {
    ...state,
    saved: entry,
    changes,
    shown: shownAfterSave(state, sent, entry.fields),
    activity: isAutosave ? state.activity : "idle",
    isAutosaving: isAutosave ? false : state.isAutosaving,
    checked: issuesInside(state.checked, changes),
    // What keeps the entry from being published is not answered by a save.
    issues: isAutosave ? state.issues : {},
    refused: Object.fromEntries(Object.entries(state.refused).filter(([name]) => !(name in sent))),
    problem: ofOthers ? state.problem : null,
    unanswered: [],
    setback: null,
    theirs: null,
    comparison: [],
    isComparing: false,
  };
}
