import { type DomainEvent, emit } from "@letterpress/db/events";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { findRelease, lockOpenRelease } from "./find-release.ts";
import { type Release, type ReleaseRow, toRelease } from "./release.ts";

/** What is said of a change. */
type Said = Pick<Extract<DomainEvent, { releaseId: string }>, "name" | "scheduledFor">;

/**
 * Changes a release that is not published, one change after the other, and says so in an event: `release.changed`, or
 * what `change` answers. Throws `RELEASE_MISSING`, `RELEASE_PUBLISHED`, and what `change` throws.
 */
export async function changeRelease(
  deps: Deps,
  actor: Actor,
  id: string,
  change: (tx: Tx, release: ReleaseRow) => Promise<Said | undefined>,
): Promise<Release> {
  return withTx(deps.db, async (tx) => {
    const said = await change(tx, await lockOpenRelease(tx, id));
    await tx.release.updateMany({ where: { id }, data: { updatedAt: deps.clock() } });
    const changed = await findRelease(tx, id);
    const about = { releaseId: id, title: changed.name };
    emit(tx, eventActor(actor), { name: "release.changed", ...said, ...about });
    return toRelease(changed);
  });
}
