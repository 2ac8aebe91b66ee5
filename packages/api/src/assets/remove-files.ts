import { mayRemoveFiles } from "@letterpress/db/hold-files";
import { withTx } from "@letterpress/db/with-tx";
import type { Deps } from "../deps.ts";

/**
 * Removes the files of an asset that has no row (any more). While a backup or an export runs, which may still name them,
 * they stay: `removeLeftFiles` comes by later. Returns whether they are gone.
 */
export async function removeFiles({ db, storage }: Deps, assetId: string): Promise<boolean> {
  return withTx(db, async (tx) => {
    if (!(await mayRemoveFiles(tx))) return false;
    await storage.removeAll(assetId);
    await tx.unsettledFiles.deleteMany({ where: { assetId } });
    return true;
  });
}
