import { type DomainEvent, emit, type ReleaseChange } from "@letterpress/db/events";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { findRelease, lockOpenRelease } from "./find-release.ts";
import { type Release, type ReleaseRow, toRelease } from "./release.ts";

/** What is said of a change. */
type Said =
  | ReleaseChange
  | Pick<
      Exclude<Extract<DomainEvent, { releaseId: string }>, { name: "release.changed" }>,
      "name" | "scheduledFor"
    >;

/**
 * Changes a release that is not published, one change after the other, and says so in an event: `release.changed`, unless
 * `change` answers another name, and none where it answers `null`, as nothing has changed. Throws `RELEASE_MISSING`,
 * `RELEASE_PUBLISHED`, and what `change` throws.
 */
export async function changeRelease(
  deps: Deps,
  actor: Actor,
  id: string,
  change: (tx: Tx, release: ReleaseRow) => Promise<Said | null>,
): Promise<Release> {
  return withTx(deps.db, async (tx) => {
    const release = await lockOpenRelease(tx, id);
    const said = await change(tx, release);
    if (said === null) return toRelease(release);
    await tx.release.updateMany({ where: { id }, data: { updatedAt: deps.clock() } });
    const changed = await findRelease(tx, id);
    const about = { releaseId: id, title: changed.name };
    const event = "name" in said ? said : { name: "release.changed" as const, ...said };
    emit(tx, eventActor(actor), { ...event, ...about });
    return toRelease(changed);
  });
}
