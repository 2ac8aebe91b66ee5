import type { Entry } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";

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

/** By user, so that two people at one browser never see each other's text; {@link keptTextKey} names the tab, too. */
export function keptTextStem(userId: string, type: string, id: string): string {
  return `letterpress.unsaved.${userId}.${type}.${id}`;
}

/** By tab, so that two tabs with one entry neither overwrite nor delete one another's text. */
export function keptTextKey(stem: string, tab: string): string {
  return `${stem}.${tab}`;
}

/** Keeps changes; false where the browser refused, because its storage is full or switched off. */
export function keepText(
  key: string,
  saved: Entry | null,
  { changes, unread }: Pick<KeptText, "changes" | "unread">,
  now: Date,
): boolean {
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, saved?.fields[name] ?? null]));
  const kept: KeptText = { version: saved?.version ?? 0, changes, before, unread, keptAt: now.getTime() };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forgetText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that lets nothing be stored has nothing to forget.
  }
}

export function readKeptText(key: string): KeptText | null {
  try {
    const stored = localStorage.getItem(key);
    if (stored === null) return null;
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
