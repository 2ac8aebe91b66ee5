import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { changeRelease } from "./change-release.ts";
import type { Release } from "./release.ts";

/** Leaves an entry as it is; one that is not in the release is no error. Throws `RELEASE_MISSING` and `RELEASE_PUBLISHED`. */
export async function removeItem(
  deps: Deps,
  actor: Actor,
  { id: releaseId, entryId }: { id: string; entryId: string },
): Promise<Release> {
  return changeRelease(deps, actor, releaseId, async (tx, { items }) => {
    const item = items.find(({ entry }) => entry.id === entryId);
    if (!item) return null;
    await tx.releaseItem.deleteMany({ where: { releaseId, entryId } });
    return { change: "removed", entryTitle: item.entry.title };
  });
}
