import type { DbOrTx } from "@letterpress/db/create-db";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { type Entry, type EntryRow, entrySelect, toEntry } from "./entry.ts";
import { visibleEntries } from "./visible-entries.ts";

/** Throws `ENTRY_MISSING`, for an entry that the actor may not see too. */
export async function getEntry(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string },
): Promise<Entry> {
  return toEntry(deps.model, actor, await findEntry(deps.db, actor, input));
}

/** The row behind {@link getEntry}. */
export async function findEntry(
  db: DbOrTx,
  actor: Actor,
  input: { type: string; id: string },
): Promise<EntryRow> {
  const row = await db.entry.findFirst({
    where: { ...visibleEntries(actor), id: input.id, type: input.type },
    select: entrySelect,
  });
  return row ?? fail("ENTRY_MISSING");
}
