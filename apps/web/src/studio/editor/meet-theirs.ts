import type { FieldValues } from "../connection/entries-of.ts";
import { shownWhereSame } from "./after-save.ts";
import { unreadFields } from "./autosaved-changes.ts";
import { type Difference, differences, rebase } from "./changes.ts";
import type { EditorState } from "./editor-state.ts";
import type { FieldComparison, Theirs } from "./theirs.ts";

/** What somebody else's save has changed on the page without a question. */
export interface Note {
  /** Of their save. */
  version: number;
  author: Theirs["author"];
  /** The labels of the fields that are theirs now. */
  fields: readonly string[];
  /** The page has changes of the person's own beside them. */
  isMerged: boolean;
}

/** Whose value a field gets, by its name. */
export type Choices = Readonly<Record<string, "mine" | "theirs">>;

/** All that differs between the page and the version that somebody else saved; none while there is no such version. */
export function differencesOf(state: EditorState): Difference[] {
  const { saved, fields, changes, theirs, comparison } = state;
  if (!saved || !theirs) return [];
  const unread = unreadFields(state);
  return differences(fields, { base: saved.fields, theirs: theirs.fields, changes, unread, comparison });
}

/**
 * Somebody else has saved a newer version. Where nobody else touched what the person changed, the page goes on from
 * theirs with these changes; where both changed the same, it stays as it is until the person has chosen.
 */
export function meetTheirs(
  state: EditorState,
  theirs: Theirs,
  comparison: readonly FieldComparison[],
  isComparing: boolean,
): EditorState {
  if (!state.saved || theirs.version <= state.saved.version) return state;
  const met = { ...state, theirs, comparison, setback: null };
  const rows = differencesOf(met);
  if (rows.some(({ changedBy }) => changedBy === "both"))
    return { ...met, isComparing: state.isComparing || isComparing };
  const fields = rows.filter(({ changedBy }) => changedBy === "theirs").map(({ field }) => field.label);
  const { version, author } = theirs;
  const isMerged = Object.keys(state.changes).length > 0;
  const note = fields.length > 0 ? { version, author, fields, isMerged } : state.note;
  return { ...onTopOf(met, theirs, state.changes), note };
}

/** The person has chosen whose value goes where: what they chose of theirs is given up, the rest is on top of theirs. */
export function resolved(state: EditorState, choices: Choices): EditorState {
  if (!state.theirs) return state;
  const mine = Object.entries(state.changes).filter(([name]) => choices[name] !== "theirs");
  return onTopOf(state, state.theirs, Object.fromEntries(mine));
}

function onTopOf(state: EditorState, theirs: Theirs, changes: FieldValues): EditorState {
  if (!state.saved) return state;
  const { version, slug, fields, updatedAt } = theirs;
  return {
    ...state,
    saved: { ...state.saved, version, slug, fields, updatedAt },
    changes: rebase(state.fields, changes, fields),
    shown: shownWhereSame(state, fields),
    theirs: null,
    comparison: [],
    isComparing: false,
  };
}
