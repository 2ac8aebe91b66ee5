/** An answer as Letterpress gave it, for a floor to give it again. */
export interface StoredAnswer {
  /** Path and query. */
  path: string;
  /** Those of the connection itself are left out. */
  headers: Record<string, string>;
  body: Buffer;
}

/** What a floor is started with. */
export interface FloorSetup {
  answers: StoredAnswer[];
  databaseUrl: string;
}
