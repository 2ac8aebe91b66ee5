/** A whole answer. */
export interface Finished {
  status: number;
  /** Names in lower case; those that every answer has are added when it is sent. */
  headers: Record<string, string>;
  body: string;
  /** Keys of what it was made from, see source-keys.ts; `null` for an answer that is of this moment or caller alone. */
  sources: ReadonlySet<string> | null;
  /** It leads to the same thing at its right address: what else was asked goes along. */
  keepsQuery?: boolean;
  /** For a CDN, where it may keep the answer: where nothing has changed since it was begun. */
  forCdn?: Record<string, string>;
  /** Names it where what was asked says more than it depends on. */
  key?: string;
}
