import type {
  BulkFailure,
  Entry,
  EntryChoice,
  EntryStatus,
  EntrySummary,
  Page,
  PreviewLink,
  PublishPlan,
  Referrers,
  Revision,
  RevisionSummary,
} from "@letterpress/client";
import { press } from "./press.ts";

/** Values of an entry's fields by name. What they are is known when the server describes the type. */
export type FieldValues = Record<string, unknown>;

/** What a list of entries is asked for. */
export interface EntryListQuery {
  search?: string;
  status?: EntryStatus;
  assigneeId?: string;
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

export interface TypedEntryAt extends EntryAt {
  type: string;
}

/** What can be done with many entries at once. */
export type BulkAction =
  | "submit"
  | "approve"
  | "publish"
  | "unpublish"
  | "archive"
  | "reopen"
  | "delete"
  | "assign";

/** What became of each of many entries. */
export interface BulkResult {
  /** Their ids. */
  done: string[];
  failed: BulkFailure[];
  /** What the published ones refer to and readers do not see. */
  hidden: { type: string; id: string; title: string }[];
}

/** The editors' procedures that every content type has. */
export interface Entries {
  get(input: { id: string }): Promise<Entry>;
  list(input: EntryListQuery): Promise<Page<EntrySummary>>;
  choices(input: EntryChoiceQuery): Promise<EntryChoice[]>;
  /** What is wrong with changes, without saving them. */
  check(input: { fields: FieldValues }): Promise<{ issues: { path: string; message: string }[] }>;
  /**
   * `autosave`: nobody asked for it, so the revisions of one sitting are kept as one. Asked for again with the same `id`,
   * it makes no second entry.
   */
  create(input: { id: string; fields: FieldValues; autosave?: boolean }): Promise<Entry>;
  save(input: EntryAt & { fields: FieldValues; autosave?: boolean; note?: string }): Promise<Entry>;
  publish(input: EntryAt & { with?: TypedEntryAt[] }): Promise<Entry>;
  unpublish(input: { id: string }): Promise<Entry>;
  submit(input: EntryAt & { comment?: string }): Promise<Entry>;
  withdraw(input: EntryAt & { comment?: string }): Promise<Entry>;
  sendBack(input: EntryAt & { comment?: string }): Promise<Entry>;
  approve(input: EntryAt & { comment?: string }): Promise<Entry>;
  archive(input: EntryAt & { comment?: string }): Promise<Entry>;
  reopen(input: EntryAt & { comment?: string }): Promise<Entry>;
  assign(input: { id: string; userId: string | null }): Promise<Entry>;
  /** `expectedVersion` is the revision that will be published at its time. */
  schedule(input: EntryAt & { at: Date; with?: TypedEntryAt[] }): Promise<Entry>;
  unschedule(input: { id: string }): Promise<Entry>;
  /** What publishing would change. */
  publishPlan(input: { id: string; version?: number }): Promise<PublishPlan>;
  /** Some of what refers to it. */
  referrers(input: { id: string }): Promise<Referrers>;
  previewLink(input: { id: string; expiresInHours?: number }): Promise<PreviewLink>;
  revisions(input: { id: string; cursor?: string; limit?: number }): Promise<Page<RevisionSummary>>;
  revision(input: { id: string; version: number }): Promise<Revision>;
  restore(input: EntryAt & { version: number; note?: string }): Promise<Entry>;
  delete(input: EntryAt): Promise<void>;
  bulk(input: { action: BulkAction; items: EntryAt[]; userId?: string | null }): Promise<BulkResult>;
}

/**
 * The procedures of a content type by its name: the Studio edits whatever types the server describes, so their names
 * are not known to the compiler. The only place where that is so.
 */
export function entriesOf(type: string): Entries {
  return (press.entries as unknown as Record<string, Entries>)[type] as Entries;
}
