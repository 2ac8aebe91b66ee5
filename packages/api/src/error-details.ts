/** One thing that is wrong with an input: where, and what to do. A type and no interface, so that it can be stored. */
export type FieldIssue = {
  /** Dotted, for example `fields.title`; empty for the whole. */
  path: string;
  message: string;
};

/** Which entry an error is about. */
export interface EntryName {
  type: string;
  id: string;
  title: string;
}

/** Why an entry keeps a release from being published. */
export interface ReleaseProblem extends EntryName {
  /** Of the table of errors. */
  code: string;
  message: string;
  /** The fields that it is about; empty where it is about none. */
  issues: FieldIssue[];
}

/** A field that somebody changed since the version that a save was made from; `slug` among them. */
export interface FieldComparison {
  field: string;
  /** What both started from; undefined where the field was empty. */
  base: unknown;
  theirs: unknown;
  /** What the refused save would have written. */
  mine: unknown;
  /** `both` is a conflict: the two values differ, and so somebody has to choose. */
  changedBy: "theirs" | "mine" | "both";
}

/** What a stale save is told, so that nothing needs to be fetched to compare. */
export interface StaleDetails {
  current: {
    version: number;
    slug: string;
    fields: Record<string, unknown>;
    updatedAt: Date;
    /** The user or API key that saved it; `null` when Letterpress itself has, or a user who is gone. */
    author: { id: string; name: string } | null;
  };
  /** By field; empty where the refused call was to save nothing. */
  comparison: FieldComparison[];
  /** Of publishing: which of the entries that were to be published together it is. */
  entry?: EntryName | undefined;
}

/** What travels with every error, beside tRPC's own shape. */
export interface ErrorData {
  code: string;
  httpStatus: number;
  requestId: string;
  details: unknown;
}
