import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, type EntryRow, toEntry, withFields } from "../entries/entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { LetterpressError } from "../errors.ts";
import { applyChanges } from "./apply-changes.ts";

/** Takes an entry away from readers; its draft stays. Throws `ENTRY_MISSING` and `ENTRY_NOT_PUBLISHED`. */
export async function unpublishEntry(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string },
): Promise<Entry> {
  const row = await findEntry(deps.db, actor, input);
  await withTx(deps.db, (tx) =>
    applyChanges(tx, actor, { publish: [], unpublish: [row], now: deps.clock() }),
  );
  return answerOf(deps, actor, await findEntry(deps.db, actor, input));
}

/** What readers should not see must go away now, also while a step of its type's `upgrade` is broken. */
function answerOf({ model }: Deps, actor: Actor, row: EntryRow): Entry {
  try {
    return toEntry(model, actor, row);
  } catch (error) {
    if (!(error instanceof LetterpressError) || error.errorCode !== "UPGRADE_FAILED") throw error;
    return withFields(model, actor, row, row.fields as Record<string, unknown>);
  }
}
