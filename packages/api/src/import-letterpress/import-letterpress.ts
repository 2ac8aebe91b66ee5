import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { LetterpressError } from "../errors.ts";
import { assetsFolder, redirectsFile, typeFolder } from "../export/file-names.ts";
import { listAssetFiles } from "./asset-file.ts";
import { bringAsset } from "./bring-asset.ts";
import { type Brought, bringEntry } from "./bring-entry.ts";
import { checkAssets } from "./check-assets.ts";
import { checkEntry } from "./check-entries.ts";
import { type EntryContent, type EntryFile, readContent } from "./entry-file.ts";
import { planImport } from "./import-plan.ts";
import { emptyReport, type ImportReport, type Outcome } from "./import-report.ts";
import type { ImportSource } from "./import-source.ts";
import { ImportRefused, type Problem } from "./problem.ts";
import { publishBrought } from "./publish-brought.ts";
import { bringRedirect, readRedirects } from "./redirect-list.ts";
import type { FileIds } from "./stored-fields.ts";

interface LetterpressImport {
  source: ImportSource;
  /** Take the files' word also where the publication has something newer. */
  overwrite: boolean;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * Brings in what an export has written, and files that were written by hand. Everything is checked before anything is
 * written; then each asset, entry and redirect is written in a transaction of its own, so that an import that was cut
 * off can be run again. Throws {@link ImportRefused} with all that is to be mended; rejects with the signal's reason
 * when that is aborted.
 */
export async function importLetterpress(
  deps: Deps,
  actor: Actor,
  run: LetterpressImport,
): Promise<ImportReport> {
  const { source, overwrite, signal, onProgress } = run;
  const problems: Problem[] = [];
  const assets = await listAssetFiles(source, problems);
  const redirects = await readRedirects(deps, source, problems);
  const plan = await planImport(deps, source, problems);
  if (problems.length > 0) throw new ImportRefused(problems);
  const entries = [...plan.entries.values()];
  const ids: FileIds = { entry: (type, slug) => plan.bySlug.get(`${type}/${slug}`) };
  await checkAssets(deps, source, assets.values(), problems);
  let checked = 0;
  for (const entry of entries) {
    signal.throwIfAborted();
    await checkEntry(deps, entry, { source, plan, assets, ids }, problems);
    onProgress(`Checked ${++checked} of ${entries.length} entries`);
  }
  if (problems.length > 0) throw new ImportRefused(problems);

  const report = emptyReport();
  report.otherFolders = await otherFolders(deps, source);
  for (const asset of assets.values()) {
    signal.throwIfAborted();
    await attempt("assets", asset.path, () => bringAsset(deps, actor, asset, { source, overwrite }));
    onProgress(`Assets: ${sum(report.assets)} of ${assets.size}`);
  }
  const waiting: { id: string; publish: NonNullable<Brought["publish"]> }[] = [];
  for (const entry of entries) {
    signal.throwIfAborted();
    const contents = { published: await contentOf(entry.published), draft: await contentOf(entry.draft) };
    await attempt("entries", (entry.published ?? entry.draft)?.path ?? "", async () => {
      const { outcome, publish } = await bringEntry(deps, actor, entry, contents, { overwrite });
      if (publish) waiting.push({ id: entry.id, publish });
      return outcome;
    });
    onProgress(`Entries: ${sum(report.entries)} of ${entries.length}`);
  }
  for (const { id, publish } of waiting) {
    signal.throwIfAborted();
    const entry = plan.entries.get(id);
    const content = await contentOf(entry?.published);
    if (!entry || !content) continue;
    await attempt("published", entry.published?.path ?? "", () =>
      publishBrought(deps, actor, entry, publish, content.facts),
    );
    onProgress(`Published ${report.published} of ${waiting.length}`);
  }
  for (const line of redirects)
    await attempt("redirects", `${redirectsFile} ${line.from}`, () =>
      bringRedirect(deps, actor, line, { overwrite }),
    );
  return report;

  /** What fails now somebody has brought about since it was checked: the others go on. */
  async function attempt(
    kind: "assets" | "entries" | "redirects" | "published",
    file: string,
    bring: () => Promise<Outcome>,
  ): Promise<void> {
    try {
      const outcome = await bring();
      if (kind === "published") report.published++;
      else report[kind][outcome]++;
      if (outcome === "kept") report.kept.push(file);
    } catch (error) {
      if (!(error instanceof LetterpressError)) throw error;
      report.failed.push({ file, message: `${error.errorCode}: ${error.message}` });
    }
  }

  async function contentOf(file: EntryFile | undefined): Promise<EntryContent | null> {
    if (!file) return null;
    const content = await readContent(source, file, ids, []);
    if (!content) throw new Error(`${file.path} was changed during the import: run it again.`);
    return content;
  }
}

function sum(counts: Record<Outcome, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** Folders that may have been meant for a content type. */
async function otherFolders({ model }: Deps, source: ImportSource): Promise<string[]> {
  const known = new Set([assetsFolder, ...Object.values(model).map((type) => typeFolder(model, type))]);
  const folders = (await source.list("")).filter((name) => name.endsWith("/") && !name.startsWith("."));
  return folders.map((name) => name.slice(0, -1)).filter((name) => !known.has(name));
}
