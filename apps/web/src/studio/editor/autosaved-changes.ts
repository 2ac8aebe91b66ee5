import type { FieldValues } from "../connection/entries-of.ts";
import { isBlank } from "../fields/same-value.ts";
import type { EditorState } from "./editor-state.ts";

/**
 * What is saved by itself now: every change that can be, without those that the server has refused as they are and those
 * where a box holds text that is no value yet. Empty while anything has to be decided first.
 */
export function autosavedChanges(state: EditorState): FieldValues {
  const { saved, activity, isAutosaving, isHeld, theirs, problem, refused } = state;
  if (activity !== "idle" || isAutosaving || isHeld || theirs || problem?.code === "ENTRY_MISSING") return {};
  if (saved && !saved.actions.includes("save")) return {};
  const unread = unreadFields(state);
  const changes = Object.entries(state.changes).filter(
    ([name, value]) => !unread.has(name) && !(name in refused && refused[name] === value),
  );
  // An entry begins with its first word.
  if (!saved && changes.every(([, value]) => isBlank(value))) return {};
  return Object.fromEntries(changes);
}

/** The fields in which something is typed that is no value yet. */
export function unreadFields({ unreadable }: Pick<EditorState, "unreadable">): ReadonlySet<string> {
  return new Set(Object.keys(unreadable).map((path) => path.split(".")[0] ?? ""));
}
