import type { Deps } from "../deps.ts";
import { type AssetFile, checkBytes, readAssetFacts } from "./asset-file.ts";
import type { ImportSource } from "./import-source.ts";
import type { Problem } from "./problem.ts";

/** Checks the files of assets that are new here, and that those which are here already are the same files. */
export async function checkAssets(
  { db }: Deps,
  source: ImportSource,
  files: Iterable<AssetFile>,
  problems: Problem[],
): Promise<void> {
  for (const file of files) {
    const facts = await readAssetFacts(source, file.path, problems);
    if (!facts) continue;
    const row = await db.asset.findUnique({ where: { id: file.id }, select: { sha256: true } });
    if (!row) await checkBytes(source, file, facts, problems);
    else if (row.sha256 !== facts.sha256)
      problems.push({
        file: `${file.path}.yaml`,
        line: 0,
        message: "Another file has this id in the publication: this one comes from elsewhere.",
      });
  }
}
