import { leaveReleases, moveToBin } from "@letterpress/db/bin";
import { entriesToCome } from "@letterpress/db/entries-to-come";
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
import { mayDo } from "../workflow/transitions.ts";
import { isOwn, isPublished } from "./entry.ts";
import { statusOf } from "./entry-status.ts";
import { eventEntry } from "./event-entry.ts";
import { findEntry } from "./get-entry.ts";
import { staleDetails } from "./stale-details.ts";
import { visibleEntries } from "./visible-entries.ts";

interface EntryDeletion {
  type: string;
  id: string;
  expectedVersion: number;
}

/**
 * Puts an entry into the bin: its page, its schedule and its place in releases go, its slug is free for others. Throws
 * `ENTRY_MISSING`, `NOT_ALLOWED`, `ENTRY_STALE`, and `ENTRY_REFERENCED` while entries refer to it that are published or
 * are to be.
 */
export async function deleteEntry(deps: Deps, actor: Actor, input: EntryDeletion): Promise<void> {
  await withTx(deps.db, async (tx) => {
    // Whoever publishes a reference to it has done so before, or finds it missing.
    await lockEntry(tx, input.id);
    const row = await findEntry(tx, actor, input);
    if (!mayDo(actor, "delete", { status: statusOf(row), isOwn: isOwn(actor, row) }))
      return fail("NOT_ALLOWED", { permission: "entries.delete" });
    if (row.version !== input.expectedVersion)
      return fail("ENTRY_STALE", await staleDetails(tx, requireType(deps.model, row.type), row));
    await requireUnreferenced(tx, actor, row.id);
    if (isPublished(row)) await applyChanges(tx, actor, { publish: [], unpublish: [row], now: deps.clock() });
    const left = await leaveReleases(tx, row.id);
    await moveToBin(tx, row.id, actor.kind === "user" ? actor.userId : null);
    const leftReleases = left.map(({ id }) => id);
    emit(tx, eventActor(actor), { name: "entry.deleted", ...eventEntry(row), leftReleases });
    for (const { id: releaseId, name: title } of left)
      emit(tx, eventActor(actor), {
        name: "release.changed",
        releaseId,
        title,
        change: "removed",
        entryTitle: row.title,
      });
  });
}

/** As many are enough to say by what an entry is referred to. */
const named = 20;

/**
 * Throws `ENTRY_REFERENCED` while published entries refer to the entry, or would once what is scheduled and in releases
 * is published. Of these it names those that the actor may see.
 */
async function requireUnreferenced(tx: Tx, actor: Actor, entryId: string): Promise<void> {
  const facets = await tx.facet.findMany({
    where: { field: linkFacets.entries, value: entryId, entryId: { not: entryId } },
    select: { entry: { select: { type: true, entryId: true, title: true } } },
    take: named,
  });
  const toCome = await entriesToCome(tx, entryId, named);
  if (facets.length === 0 && toCome.length === 0) return;
  const published = facets.map(({ entry: { type, entryId: id, title } }) => ({ type, id, title }));
  const visible = await tx.entry.findMany({
    where: { AND: [visibleEntries(actor), { id: { in: toCome } }] },
    select: { type: true, id: true, title: true },
  });
  const by = [...new Map([...visible, ...published].map((entry) => [entry.id, entry])).values()];
  fail("ENTRY_REFERENCED", { by: by.slice(0, named) });
}
