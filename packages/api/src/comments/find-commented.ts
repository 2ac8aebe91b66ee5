import type { DbOrTx } from "@letterpress/db/create-db";
import type { Actor } from "../access/actor.ts";
import { type EntryRow, entrySelect } from "../entries/entry.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";

/** The entry that comments are on, whatever its type. Throws `ENTRY_MISSING`. */
export async function findCommented(db: DbOrTx, actor: Actor, entryId: string): Promise<EntryRow> {
  const row = await db.entry.findFirst({
    where: { ...visibleEntries(actor), id: entryId },
    select: entrySelect,
  });
  return row ?? fail("ENTRY_MISSING");
}
