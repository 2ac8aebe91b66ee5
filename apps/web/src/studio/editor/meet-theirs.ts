import type { FieldValues } from "../connection/entries-of.ts";
import { sameValue } from "../fields/same-value.ts";
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
  // What the person saved themselves, they go on from.
  const own = ownFields(state, theirs.fields).map((name) => [name, theirs.fields[name]]);
  const base = { ...saved.fields, ...Object.fromEntries(own) };
  return differences(fields, { base, theirs: theirs.fields, changes, unread, comparison });
}

/** The fields that hold what a save without an answer has sent: this is the person's own, and was saved after all. */
function ownFields({ fields, unanswered }: EditorState, theirs: FieldValues): string[] {
  return fields
    .filter((field) =>
      unanswered.some((sent) => field.name in sent && sameValue(field, sent[field.name], theirs[field.name])),
    )
    .map(({ name }) => name);
}

/** The changes; who went back to what was there before such a save has changed that field again. */
export function changesSince(state: EditorState, theirs: FieldValues): FieldValues {
  const back = ownFields(state, theirs).map((name) => [name, state.saved?.fields[name] ?? null]);
  return { ...Object.fromEntries(back), ...state.changes };
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
  // Answers may overtake one another.
  if (state.theirs && theirs.version < state.theirs.version) return state;
  const changes = changesSince(state, theirs.fields);
  const met = { ...state, changes, theirs, comparison, setback: null };
  const rows = differencesOf(met);
  if (rows.some(({ changedBy }) => changedBy === "both"))
    return { ...met, isComparing: state.isComparing || isComparing };
  const fields = rows.filter(({ changedBy }) => changedBy === "theirs").map(({ field }) => field.label);
  const { version, author } = theirs;
  const isMerged = Object.keys(state.changes).length > 0;
  const note = fields.length > 0 ? { version, author, fields, isMerged } : state.note;
  return { ...onTopOf(met, theirs, changes), note };
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
    unanswered: [],
    theirs: null,
    comparison: [],
    isComparing: false,
  };
}
