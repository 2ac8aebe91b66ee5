/** A whole answer. */
export interface Finished {
  status: number;
  /** Names in lower case; those that every answer has are added when it is sent. */
  headers: Record<string, string>;
  body: string;
  /** Keys of what it was made from, see source-keys.ts; `null` for an answer that is of this moment or caller alone. */
  sources: ReadonlySet<string> | null;
}
