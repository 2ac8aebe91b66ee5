import type { Tx } from "./with-tx.ts";

/**
 * Keeps everybody from beginning to write the files of this asset until the transaction ends, and tells whether the
 * asset exists. `null` where nothing is unsettled of it (any more), or nothing from before `before`.
 */
export async function claimUnsettled(
  tx: Tx,
  assetId: string,
  before: Date | null,
): Promise<{ hasAsset: boolean } | null> {
  // Whoever makes the asset takes the row away with it: what had to be waited for is read as it is then.
  const [row] = await tx.$queryRaw<{ hasAsset: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM asset WHERE id = asset_id) AS "hasAsset" FROM unsettled_files
    WHERE asset_id = ${assetId}::uuid AND (${before}::timestamptz IS NULL OR since < ${before}) FOR UPDATE`;
  return row ?? null;
}
