import { emit } from "@letterpress/db/events";
import { lockEntries } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, toEntry } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import { noSchedule } from "./no-schedule.ts";

/** What was to be published by itself is not. Throws `ENTRY_MISSING`, and `ACTION_NOT_POSSIBLE` where nothing is. */
export async function unscheduleEntry(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string },
): Promise<Entry> {
  return withTx(deps.db, async (tx) => {
    await lockEntries(tx, [input.id]);
    const row = await findEntry(tx, actor, input);
    requirePossible("unschedule", row);
    await tx.entry.updateMany({ where: { id: row.id }, data: noSchedule });
    emit(tx, eventActor(actor), { name: "entry.unscheduled", ...eventEntry(row) });
    return toEntry(deps.model, actor, { ...row, ...noSchedule, scheduleFailure: null });
  });
}
