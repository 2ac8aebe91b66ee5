import { type EditorState, isDirty } from "./editor-state.ts";

/**
 * Whether closing the page now could cost text: changes that this browser cannot keep, or that wait for the connection or
 * for the person, who may never open this entry here again. All others are sent while the page closes.
 */
export function isAtRisk(state: EditorState): boolean {
  const { saved, theirs, setback, unreadable, refused, isKept, isHeld, changes } = state;
  if (!isDirty(state) || (isHeld && isKept)) return false;
  // The first save of an entry is not sent while the page closes: nobody would hear that it was made.
  const isUnsendable = saved === null || !saved.actions.includes("save");
  const isWaiting = Object.entries(changes).some(([name, value]) => refused[name] === value);
  return (
    !isKept ||
    isUnsendable ||
    isWaiting ||
    theirs !== null ||
    setback !== null ||
    Object.keys(unreadable).length > 0
  );
}
