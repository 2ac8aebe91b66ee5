import { emit } from "@letterpress/db/events";
import { lockEntry } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { onlyOf } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";
import { findInBin } from "./find-in-bin.ts";

/**
 * Deletes an entry of the bin for good, with its revisions and comments. Those who see only their own may do that to what
 * they have made, not to what was assigned to them. Throws `ENTRY_MISSING` and `NOT_ALLOWED`.
 */
export async function purgeEntry(deps: Deps, actor: Actor, input: { id: string }): Promise<void> {
  await withTx(deps.db, async (tx) => {
    await lockEntry(tx, input.id);
    const row = await findInBin(deps, tx, actor, input.id);
    const userId = onlyOf(actor);
    if (userId !== undefined && row.createdById !== userId)
      return fail("NOT_ALLOWED", { permission: "entries.review" });
    await tx.entry.delete({ where: { id: row.id } });
    emit(tx, eventActor(actor), { name: "entry.purged", ...eventEntry(row) });
  });
}
