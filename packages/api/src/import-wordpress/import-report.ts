/** What an import did, for the person who asked for it. */
export interface ImportReport {
  /** New entries by content type. */
  imported: Record<string, number>;
  /** Those of them that readers do not see. */
  drafts: number;
  /** New assets. */
  pictures: number;
  /** Entries that an earlier import of the same site had brought. */
  known: number;
  /** What is not as it was, by entry. */
  notes: { title: string; line: number; notes: string[] }[];
  /** What did not become an entry. */
  leftOut: { title: string; line: number; reason: string }[];
  comments: number;
}

export function emptyReport(comments: number): ImportReport {
  return { imported: {}, drafts: 0, pictures: 0, known: 0, notes: [], leftOut: [], comments };
}
