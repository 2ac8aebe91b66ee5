import { emit } from "@letterpress/db/events";
import { lockEntry } from "@letterpress/db/lock-rows";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
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
    if (row.version !== input.expectedVersion) return fail("ENTRY_STALE", staleDetails(row));
    const by = await referrers(deps, tx, row);
    if (by.length > 0) return fail("ENTRY_REFERENCED", { by });
    await tx.entry.delete({ where: { id: row.id } });
    const { id: entryId, type, slug, version } = row;
    await emit(tx, eventActor(actor), { name: "entry.deleted", entryId, type, slug, version });
  });
}

/** Published entries that refer to the entry; 20 at most, which is enough to say by what. */
async function referrers(deps: Deps, tx: Tx, entry: { id: string; type: string }) {
  const fields = Object.values(deps.model).flatMap((type) =>
    Object.entries(type.fields).flatMap(([field, { settings }]) =>
      settings.to === entry.type ? [{ type: type.name, field }] : [],
    ),
  );
  if (fields.length === 0) return [];
  const facets = await tx.facet.findMany({
    where: { value: entry.id, entryId: { not: entry.id }, OR: fields },
    select: { entry: { select: { type: true, entryId: true, title: true } } },
    distinct: ["entryId"],
    take: 20,
  });
  return facets.map(({ entry: { type, entryId, title } }) => ({ type, id: entryId, title }));
}
