import { claimUnsettled } from "@letterpress/db/claim-unsettled";
import { mayRemoveFiles } from "@letterpress/db/hold-files";
import { withTx } from "@letterpress/db/with-tx";
import type { Deps } from "../deps.ts";

/**
 * Removes the files of an asset that has no row (any more), where they are unsettled: since before `before`, if that is
 * told. While a backup or an export runs, which may still name them, they stay: `removeLeftFiles` comes by later. Returns
 * whether they are gone.
 */
export async function removeFiles(
  { db, storage }: Deps,
  assetId: string,
  before: Date | null = null,
): Promise<boolean> {
  return withTx(db, async (tx) => {
    if (!(await mayRemoveFiles(tx))) return false;
    const claimed = await claimUnsettled(tx, assetId, before);
    if (!claimed) return false;
    // Of two imports of one asset, another one may have written its row.
    if (!claimed.hasAsset) await storage.removeAll(assetId);
    await tx.unsettledFiles.deleteMany({ where: { assetId } });
    return !claimed.hasAsset;
  });
}
