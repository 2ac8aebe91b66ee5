import type { Entry, FieldDescription } from "@letterpress/client";
import { rebase } from "./changes.ts";
import { type EditorState, startState } from "./editor-state.ts";
import { holdsText, type KeptText } from "./kept-text.ts";
import { meetTheirs } from "./meet-theirs.ts";

interface Resumed {
  start: EditorState;
  /** What of the kept text is not saved; `null` when all of it is. */
  kept: KeptText | null;
}

/**
 * Where an editor goes on from kept text: at the version that it was written on, beside the one that somebody else
 * may have saved since. What reached the server without this browser being told is no change any more.
 */
export function resume(
  fields: readonly FieldDescription[],
  entry: Entry | null,
  found: KeptText | null,
): Resumed {
  const changes = found && rebase(fields, found.changes, entry?.fields ?? {});
  const kept =
    found && changes && holdsText({ changes, unread: found.unread }) ? { ...found, changes } : null;
  const newId = found?.newId === undefined ? {} : { newId: found.newId };
  if (!kept) return { start: startState({ fields, saved: entry, changes: {} }), kept };
  if (!entry || kept.version >= entry.version)
    return {
      start: { ...startState({ fields, saved: entry, changes: kept.changes, ...newId }), isHeld: true },
      kept,
    };
  const saved = { ...entry, version: kept.version, fields: { ...entry.fields, ...kept.before } };
  const begun = { ...startState({ fields, saved, changes: kept.changes }), isHeld: true };
  const met = meetTheirs(begun, { ...entry, author: null }, [], false);
  return { start: met.theirs ? met : { ...met, saved: entry }, kept };
}
