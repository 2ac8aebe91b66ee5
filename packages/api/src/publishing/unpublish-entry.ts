import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, entrySelect, toEntry } from "../entries/entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { fail } from "../errors.ts";

/** Takes an entry away from readers; its draft stays. Throws `ENTRY_MISSING`, `ENTRY_NOT_PUBLISHED` and `UPGRADE_FAILED`. */
export async function unpublishEntry(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string },
): Promise<Entry> {
  const { id: entryId, type } = await findEntry(deps.db, actor, input);
  return withTx(deps.db, async (tx) => {
    const { count } = await tx.entry.updateMany({
      where: { id: entryId, publishedVersion: { not: null } },
      data: { publishedVersion: null },
    });
    if (count === 0) return fail("ENTRY_NOT_PUBLISHED");
    const { slug, version } = await tx.publishedEntry.delete({
      where: { entryId },
      select: { slug: true, version: true },
    });
    await emit(tx, eventActor(actor), { name: "entry.unpublished", entryId, type, slug, version });
    const row = await tx.entry.findUniqueOrThrow({ where: { id: entryId }, select: entrySelect });
    // In here, so that a draft that cannot be answered leaves the entry as it was.
    return toEntry(deps.model, row);
  });
}
