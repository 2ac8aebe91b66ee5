import { type EditorState, isDirty } from "./editor-state.ts";
import type { SaveStatus } from "./save-status.ts";

/** What of saving a screen reader says, and whether a save that somebody asked for is what was last heard of. */
export interface Spoken {
  text: string;
  isAsked: boolean;
}

/**
 * What is to be said next: warnings, and that a save is done which somebody asked for. Whoever hears the page would
 * otherwise hear of every autosave, over the words that they are writing.
 */
export function spokenStatus(before: Spoken, state: EditorState, status: SaveStatus): Spoken {
  if (status.tone === "warning") return { text: status.text, isAsked: false };
  if (state.activity === "saving") return { text: "", isAsked: true };
  const isAsked = before.isAsked && !isDirty(state);
  return { text: isAsked ? "The draft is saved." : "", isAsked };
}
