import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { type EntryRow, entrySelect } from "../entries/entry.ts";
import { fail } from "../errors.ts";
import { visibleInBin } from "./binned-entry.ts";

/** Throws `ENTRY_MISSING`, also for an entry that is not in the bin. */
export async function findInBin(deps: Deps, tx: Tx, actor: Actor, id: string): Promise<EntryRow> {
  const where = { AND: [visibleInBin(deps.model, actor), { id }] };
  const row = await tx.entry.findFirst({ where, select: entrySelect });
  return row ?? fail("ENTRY_MISSING");
}
