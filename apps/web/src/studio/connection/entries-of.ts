import type { Entry, EntryChoice, EntryStatus, EntrySummary, Page } from "@letterpress/client";
import { press } from "./press.ts";

/** Values of an entry's fields by name. What they are is known when the server describes the type. */
export type FieldValues = Record<string, unknown>;

/** What a list of entries is asked for. */
export interface EntryListQuery {
  search?: string;
  status?: EntryStatus;
  ids?: string[];
  cursor?: string;
  limit?: number;
}

/** What entries to refer to are asked for by. */
export interface EntryChoiceQuery {
  search?: string;
  ids?: string[];
  limit?: number;
}

interface EntryAt {
  id: string;
  expectedVersion: number;
}

/** The editors' procedures that every content type has. */
export interface Entries {
  get(input: { id: string }): Promise<Entry>;
  list(input: EntryListQuery): Promise<Page<EntrySummary>>;
  choices(input: EntryChoiceQuery): Promise<EntryChoice[]>;
  /** What is wrong with changes, without saving them. */
  check(input: { fields: FieldValues }): Promise<{ issues: { path: string; message: string }[] }>;
  create(input: { fields: FieldValues }): Promise<Entry>;
  save(input: EntryAt & { fields: FieldValues }): Promise<Entry>;
  publish(input: EntryAt): Promise<Entry>;
  unpublish(input: { id: string }): Promise<Entry>;
  delete(input: EntryAt): Promise<void>;
}

/**
 * The procedures of a content type by its name: the Studio edits whatever types the server describes, so their names
 * are not known to the compiler. The only place where that is so.
 */
export function entriesOf(type: string): Entries {
  return (press.entries as unknown as Record<string, Entries>)[type] as Entries;
}
