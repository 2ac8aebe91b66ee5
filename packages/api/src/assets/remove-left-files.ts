import type { Deps } from "../deps.ts";
import { removeFiles } from "./remove-files.ts";

/** An upload takes minutes at most: what is older than a day, in milliseconds, is at work no more. */
const patience = 24 * 60 * 60 * 1000;

/**
 * Removes the files that uploads and deletions left when their process was killed. Returns of how many assets they
 * were. Stops early when the signal is aborted.
 */
export async function removeLeftFiles(deps: Deps, signal?: AbortSignal): Promise<number> {
  const before = new Date(deps.clock().getTime() - patience);
  const left = await deps.db.unsettledFiles.findMany({
    where: { since: { lt: before } },
    select: { assetId: true },
  });
  let removed = 0;
  for (const { assetId } of left) {
    if (signal?.aborted) break;
    if (await removeFiles(deps, assetId, before)) removed++;
  }
  return removed;
}
