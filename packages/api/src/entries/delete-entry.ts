import { emit } from "@letterpress/db/events";
import { lockEntry } from "@letterpress/db/lock-rows";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { linkFacets } from "../facets/facets-of.ts";
import { requireType } from "../model/require-type.ts";
import { eventEntry } from "./event-entry.ts";
import { findEntry } from "./get-entry.ts";
import { staleDetails } from "./stale-details.ts";

interface EntryDeletion {
  type: string;
  id: string;
  expectedVersion: number;
}

/**
 * Deletes an entry with its revisions and takes its page away. Throws `ENTRY_MISSING`, `ENTRY_STALE`, and
 * `ENTRY_REFERENCED` while published entries refer to it.
 */
export async function deleteEntry(deps: Deps, actor: Actor, input: EntryDeletion): Promise<void> {
  await withTx(deps.db, async (tx) => {
    await lockEntry(tx, input.id);
    const row = await findEntry(tx, actor, input);
    if (row.version !== input.expectedVersion)
      return fail("ENTRY_STALE", await staleDetails(tx, requireType(deps.model, row.type), row));
    const by = await referrers(tx, row.id);
    if (by.length > 0) return fail("ENTRY_REFERENCED", { by });
    await tx.entry.delete({ where: { id: row.id } });
    emit(tx, eventActor(actor), { name: "entry.deleted", ...eventEntry(row) });
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
