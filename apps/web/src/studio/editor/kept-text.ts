import type { Entry } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import type { Theirs } from "./editor-state.ts";

/** Unsaved changes as this browser keeps them, so that neither a crash nor a lost connection costs a word. */
export interface KeptText {
  /** The version that the changes were made to; 0 for a new entry. */
  version: number;
  changes: FieldValues;
  /** What the changed fields held in that version. */
  before: FieldValues;
  /** What was typed that is no value yet, by path. */
  unread: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  keptAt: number;
}

/** By user, so that two people at one browser never see each other's text. */
export function keptTextKey(userId: string, type: string, id: string): string {
  return `letterpress.unsaved.${userId}.${type}.${id}`;
}

export function keepText(
  key: string,
  saved: Entry | null,
  { changes, unread }: Pick<KeptText, "changes" | "unread">,
  now: Date,
): void {
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, saved?.fields[name] ?? null]));
  const kept: KeptText = { version: saved?.version ?? 0, changes, before, unread, keptAt: now.getTime() };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A full store keeps what it has; the page still holds the text, and says that it is not saved.
  }
}

export function forgetText(key: string): void {
  localStorage.removeItem(key);
}

export function readKeptText(key: string): KeptText | null {
  const stored = localStorage.getItem(key);
  if (stored === null) return null;
  try {
    // A tab of an earlier deployment knew nothing of unread text.
    const kept = { unread: {}, ...(JSON.parse(stored) as Omit<KeptText, "unread">) } as KeptText;
    return typeof kept.version === "number" && holdsText(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** There is something to keep. */
export function holdsText({ changes, unread }: Pick<KeptText, "changes" | "unread">): boolean {
  return Object.keys(changes).length > 0 || Object.keys(unread).length > 0;
}

/**
 * Where an editor goes on from kept text: at the version that it was written on, beside the one that somebody else
 * may have saved since.
 */
export function resume(
  entry: Entry | null,
  kept: KeptText | null,
): { saved: Entry | null; theirs: Theirs | null } {
  if (!entry || !kept || kept.version >= entry.version) return { saved: entry, theirs: null };
  const saved = { ...entry, version: kept.version, fields: { ...entry.fields, ...kept.before } };
  return { saved, theirs: { ...entry, author: null } };
}
