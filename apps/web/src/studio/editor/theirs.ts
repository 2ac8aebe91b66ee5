import type { CallError } from "@letterpress/client";

type StaleDetails = Extract<CallError, { code: "ENTRY_STALE" }>["details"];

/** A version of the entry that somebody else saved. */
export type Theirs = StaleDetails["current"];

/** What the server says of one field of a refused save. */
export type FieldComparison = StaleDetails["comparison"][number];
