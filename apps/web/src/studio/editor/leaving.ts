import { type EditorState, isDirty } from "./editor-state.ts";

/**
 * Whether closing the page now could cost text: changes that this browser cannot keep, or that wait for the connection or
 * for the person, who may never open this entry here again. All others are sent while the page closes.
 */
export function isAtRisk(state: EditorState): boolean {
  const { theirs, setback, unreadable, refused, isKept, isHeld, changes } = state;
  if (!isDirty(state) || (isHeld && isKept)) return false;
  const isWaiting = Object.entries(changes).some(([name, value]) => refused[name] === value);
  return !isKept || isWaiting || theirs !== null || setback !== null || Object.keys(unreadable).length > 0;
}
