import { leaveReleases, moveToBin } from "@letterpress/db/bin";
import { emit } from "@letterpress/db/events";
import { lockEntry } from "@letterpress/db/lock-rows";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { linkFacets } from "../facets/facets-of.ts";
import { requireType } from "../model/require-type.ts";
import { applyChanges } from "../publishing/apply-changes.ts";
import { isPublished } from "./entry.ts";
import { eventEntry } from "./event-entry.ts";
import { findEntry } from "./get-entry.ts";
import { staleDetails } from "./stale-details.ts";

interface EntryDeletion {
  type: string;
  id: string;
  expectedVersion: number;
}

/**
 * Puts an entry into the bin: its page, its schedule and its place in releases go, its slug is free for others. Throws
 * `ENTRY_MISSING`, `ENTRY_STALE`, and `ENTRY_REFERENCED` while published entries refer to it.
 */
export async function deleteEntry(deps: Deps, actor: Actor, input: EntryDeletion): Promise<void> {
  await withTx(deps.db, async (tx) => {
    // Whoever publishes a reference to it has done so before, or finds it missing.
    await lockEntry(tx, input.id);
    const row = await findEntry(tx, actor, input);
    if (row.version !== input.expectedVersion)
      return fail("ENTRY_STALE", await staleDetails(tx, requireType(deps.model, row.type), row));
    const by = await referrers(tx, row.id);
    if (by.length > 0) return fail("ENTRY_REFERENCED", { by });
    if (isPublished(row)) await applyChanges(tx, actor, { publish: [], unpublish: [row], now: deps.clock() });
    const leftReleases = await leaveReleases(tx, row.id);
    await moveToBin(tx, row.id, actor.kind === "user" ? actor.userId : null);
    emit(tx, eventActor(actor), { name: "entry.deleted", ...eventEntry(row), leftReleases });
    for (const { id: releaseId, name: title } of leftReleases)
      emit(tx, eventActor(actor), { name: "release.changed", releaseId, title });
  });
}

/** Published entries that refer to the entry; 20 at most, which is enough to say by what. */
async function referrers(tx: Tx, entryId: string) {
  const facets = await tx.facet.findMany({
    where: { field: linkFacets.entries, value: entryId, entryId: { not: entryId } },
    select: { entry: { select: { type: true, entryId: true, title: true } } },
    take: 20,
  });
  return facets.map(({ entry: { type, entryId: id, title } }) => ({ type, id, title }));
}
