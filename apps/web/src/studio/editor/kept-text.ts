import type { FieldValues } from "../connection/entries-of.ts";
import type { EditorState } from "./editor-state.ts";

/** Unsaved changes as this browser keeps them, so that neither a crash nor a lost connection costs a word. */
export interface KeptText {
  /** The version that the changes were made to; 0 for a new entry. */
  version: number;
  /** The id that a new entry gets: a save of it may have arrived. Tabs of an earlier deployment kept none. */
  newId?: string;
  changes: FieldValues;
  /** What the changed fields held in that version. */
  before: FieldValues;
  /** What was typed that is no value yet, by path. */
  unread: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  keptAt: number;
}

type Unsaved = Pick<EditorState, "saved" | "newId" | "changes" | "unreadable">;

/** By user, so that two people at one browser never see each other's text; {@link keptTextKey} names the tab, too. */
export function keptTextStem(userId: string, type: string, id: string): string {
  return `letterpress.unsaved.${userId}.${type}.${id}`;
}

/** By tab, so that two tabs with one entry neither overwrite nor delete one another's text. */
export function keptTextKey(stem: string, tab: string): string {
  return `${stem}.${tab}`;
}

/**
 * Keeps what of an entry is not saved yet, and forgets what is; false where the browser refused, because its storage is
 * full or switched off.
 */
export function keepText(key: string, { saved, newId, changes, unreadable }: Unsaved, now: Date): boolean {
  const unread = Object.fromEntries(Object.entries(unreadable).map(([path, { text }]) => [path, text]));
  if (!holdsText({ changes, unread })) {
    forgetText(key);
    return true;
  }
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, saved?.fields[name] ?? null]));
  const version = saved?.version ?? 0;
  const kept: KeptText = { version, newId, changes, before, unread, keptAt: now.getTime() };
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
