import type { Deps } from "../deps.ts";

/** Removes the files of an asset that has no row (any more). */
export async function removeFiles({ db, storage }: Deps, assetId: string): Promise<void> {
  await storage.removeAll(assetId);
  await db.unsettledFiles.deleteMany({ where: { assetId } });
}
