import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, type EntryRow, entrySelect, toEntry, toSummary } from "../entries/entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { fail, LetterpressError } from "../errors.ts";

/** Takes an entry away from readers; its draft stays. Throws `ENTRY_MISSING` and `ENTRY_NOT_PUBLISHED`. */
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
    return answerOf(deps, row);
  });
}

/** What readers should not see must go away now, also while a step of its type's `upgrade` is broken. */
function answerOf({ model }: Deps, row: EntryRow): Entry {
  try {
    return toEntry(model, row);
  } catch (error) {
    if (!(error instanceof LetterpressError) || error.errorCode !== "UPGRADE_FAILED") throw error;
    const { fields, schemaVersion: _version, ...summary } = row;
    return { ...toSummary(model, summary), fields: { ...(fields as object), slug: row.slug } };
  }
}
