import { holdFiles } from "@letterpress/db/hold-files";
import { inLongSnapshot } from "@letterpress/db/in-long-snapshot";
import type { Deps } from "../deps.ts";
import { exportAssets } from "./export-assets.ts";
import { exportEntries } from "./export-entries.ts";
import { exportRedirects } from "./export-redirects.ts";
import type { ExportTarget } from "./export-target.ts";
import { typeFolder } from "./file-names.ts";

interface ContentExport {
  target: ExportTarget;
  /** Also what readers do not see: drafts, and entries that are not published. */
  drafts: boolean;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

export interface ExportReport {
  /** Files by content type. */
  types: Record<string, { published: number; drafts: number }>;
  assets: number;
  redirects: number;
  /** Entries of types that the content model does not have any more, which are left out. */
  leftOut: Record<string, number>;
}

/**
 * Writes the content of a publication as files, all of one moment: entries as markdown with front matter, a folder for
 * each type, and assets. The same content gives the same bytes. Rejects with the signal's reason when that is aborted.
 */
export async function exportContent(deps: Deps, run: ContentExport): Promise<ExportReport> {
  const { target, drafts, signal, onProgress } = run;
  return inLongSnapshot(deps.db, async (db) => {
    await holdFiles(db);
    const report: ExportReport = { types: {}, assets: 0, redirects: 0, leftOut: {} };
    for (const type of Object.values(deps.model))
      report.types[type.name] = await exportEntries(db, target, {
        type,
        folder: typeFolder(deps.model, type),
        drafts,
        signal,
        onProgress: (done) => onProgress(`${type.name}: ${done} files`),
      });
    const others = await db.entry.groupBy({
      by: ["type"],
      where: { deletedAt: null, type: { notIn: Object.keys(deps.model) } },
      _count: true,
      orderBy: { type: "asc" },
    });
    for (const { type, _count: count } of others) report.leftOut[type] = count;
    report.assets = await exportAssets(db, target, {
      storage: deps.storage,
      signal,
      onProgress: (done) => onProgress(`assets: ${done}`),
    });
    report.redirects = await exportRedirects(db, target);
    return report;
  });
}
