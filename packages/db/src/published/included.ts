/** Entries that are read along with others, and what is read along with these. */
export interface Included {
  type: string;
  /** How they are found from the entries that they are included in. */
  by: Forward | Backward;
  /** Fields to read, with those that are included; all of them unless told. */
  names?: string[];
  nested: Included[];
}

/** The entries that a reference field points at. */
interface Forward {
  field: string;
}

/** Entries of the type whose reference field points there: at most `limit` for each, by date. */
export interface Backward {
  backlink: string;
  limit: number;
  descending: boolean;
}

/** What one statement may give of included entries, each counted once: beyond that, some are missing. */
export interface Bounds {
  /** Entries of one branch. */
  entries: number;
  /** Characters of the JSON of all together; the entry that goes beyond is the last. */
  characters: number;
}

/** The fields that includes start from. */
export function linksOf(included: Included[]): string[] {
  return [...new Set(included.flatMap(({ by }) => ("field" in by ? by.field : [])))];
}
