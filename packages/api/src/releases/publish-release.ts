import { againAfterDeadlock } from "@letterpress/db/again-after-deadlock";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { applyRelease, releaseTimeout } from "./apply-release.ts";
import { findRelease, lockOpenRelease } from "./find-release.ts";
import { type Release, toRelease } from "./release.ts";

/**
 * Shows readers all that is in a release, in one transaction. Of two who do so at once, one is told that it is
 * published. Throws `RELEASE_MISSING`, `RELEASE_PUBLISHED`, `RELEASE_NOT_READY` with every problem of every entry, and
 * `BAD_INPUT` where it has none.
 */
export async function publishRelease(deps: Deps, actor: Actor, { id }: { id: string }): Promise<Release> {
  const publish = () =>
    withTx(
      deps.db,
      async (tx) => {
        await lockOpenRelease(tx, id);
        await applyRelease(deps, tx, actor, id, { now: deps.clock() });
        return toRelease(await findRelease(tx, id));
      },
      { timeout: releaseTimeout },
    );
  // With so many entries, somebody may have changed two of them in another order.
  return againAfterDeadlock(publish);
}
