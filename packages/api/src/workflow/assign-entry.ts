import { emit } from "@letterpress/db/events";
import { lockEntry } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, entrySelect, toEntry } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { fail } from "../errors.ts";

interface Assignment {
  type: string;
  id: string;
  /** Who is to work on it next; `null` for nobody in particular. */
  userId: string | null;
}

/**
 * Says who is to work on an entry next: they may see and change it, whoever has made it. Throws `ENTRY_MISSING`,
 * `USER_MISSING` and `UPGRADE_FAILED`.
 */
export async function assignEntry(deps: Deps, actor: Actor, input: Assignment): Promise<Entry> {
  return withTx(deps.db, async (tx) => {
    await lockEntry(tx, input.id);
    const row = await findEntry(tx, actor, input);
    const { userId: assigneeId } = input;
    const user =
      assigneeId === null
        ? null
        : ((await tx.user.findUnique({ where: { id: assigneeId }, select: { name: true } })) ??
          fail("USER_MISSING"));
    if (assigneeId === row.assigneeId) return toEntry(deps.model, actor, row);
    const assigned = await tx.entry.update({
      where: { id: row.id },
      data: { assigneeId },
      select: entrySelect,
    });
    const assigneeName = user?.name ?? null;
    emit(tx, eventActor(actor), {
      name: "entry.assigned",
      ...eventEntry(assigned),
      assigneeId,
      assigneeName,
    });
    return toEntry(deps.model, actor, assigned);
  });
}
