import type { RevisionRow } from "@letterpress/db/read-revisions";
import type { ContentType, DraftFields } from "@letterpress/model/content-type";
import { storableText } from "@letterpress/model/storable-text";
import { z } from "zod";

export type RevisionKind = "save" | "autosave" | "restore";

/** A save of an entry, in the list of them. */
export interface RevisionSummary {
  /** From 1; the highest is the draft. */
  version: number;
  slug: string;
  createdAt: Date;
  /** `autosave`: the Studio saved by itself. `restore`: an earlier revision came back. */
  kind: RevisionKind;
  /** What its author says of it; empty when nothing. */
  note: string;
  /** The user or API key; `null` when Letterpress itself has saved it, or a user who is gone. */
  author: { id: string; name: string } | null;
  /** The version of the content type that it was saved in. */
  schemaVersion: number;
}

/** A save of an entry with its fields, in the form of the type's current version. */
export interface Revision<T extends ContentType = ContentType> extends RevisionSummary {
  fields: DraftFields<T>;
}

/** The database counts versions in four bytes. */
export const revisionVersion = z.int().min(1).max(2_147_483_647);

/** What is said of a revision. */
export const revisionNote = storableText().trim().max(200, "Use at most 200 characters.");

export const revisionSummaryOutput = z.object({
  version: z.number(),
  slug: z.string(),
  createdAt: z.date(),
  kind: z.enum(["save", "autosave", "restore"]),
  note: z.string(),
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  schemaVersion: z.number(),
});

export const revisionOutput = revisionSummaryOutput.extend({ fields: z.record(z.string(), z.unknown()) });

export function toRevisionSummary(row: RevisionRow): RevisionSummary {
  const { version, slug, createdAt, kind, note, schemaVersion, authorId, authorName } = row;
  const author = authorId !== null && authorName !== null ? { id: authorId, name: authorName } : null;
  return { version, slug, createdAt, kind, note, author, schemaVersion };
}
