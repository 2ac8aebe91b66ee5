/**
 * What became of a file: `created`, `changed`, or `unchanged` because the publication had it like this; `kept` when the
 * publication has something newer, or that somebody changed there, which is not overwritten.
 */
export type Outcome = "created" | "changed" | "unchanged" | "kept";

export interface ImportReport {
  entries: Record<Outcome, number>;
  assets: Record<Outcome, number>;
  redirects: Record<Outcome, number>;
  published: number;
  /** Paths of files whose counterpart in the publication was kept. */
  kept: string[];
  /** What could not be written although it was checked: somebody changed something meanwhile. */
  failed: { file: string; message: string }[];
  /** Folders that belong to no content type. */
  otherFolders: string[];
}

export function emptyReport(): ImportReport {
  const none = () => ({ created: 0, changed: 0, unchanged: 0, kept: 0 });
  return {
    entries: none(),
    assets: none(),
    redirects: none(),
    published: 0,
    kept: [],
    failed: [],
    otherFolders: [],
  };
}
