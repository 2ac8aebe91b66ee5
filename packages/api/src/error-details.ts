/** One thing that is wrong with an input: where, and what to do. */
export interface FieldIssue {
  /** Dotted, for example `fields.title`; empty for the whole. */
  path: string;
  message: string;
}

/** What a stale save is told, so that nothing needs to be fetched to compare. */
export interface StaleDetails {
  current: { version: number; slug: string; fields: Record<string, unknown>; updatedAt: Date };
}

/** What travels with every error, beside tRPC's own shape. */
export interface ErrorData {
  code: string;
  httpStatus: number;
  requestId: string;
  details: unknown;
}
