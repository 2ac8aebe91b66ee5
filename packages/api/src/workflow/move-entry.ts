import { emit } from "@letterpress/db/events";
import type { EntryStage } from "@letterpress/db/generated/enums";
import { lockEntry } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { addComment } from "../comments/add-comment.ts";
import type { Deps } from "../deps.ts";
import { type Entry, entrySelect, toEntry } from "../entries/entry.ts";
import { concernedBy, eventEntry } from "../entries/event-entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { staleDetails } from "../entries/stale-details.ts";
import { fail } from "../errors.ts";
import { requireType } from "../model/require-type.ts";
import { requirePossible } from "./require-possible.ts";

/** What each step of the workflow that neither saves nor publishes leads to. */
const moves = {
  submit: { stage: "inReview", event: "entry.submitted" },
  withdraw: { stage: "draft", event: "entry.withdrawn" },
  sendBack: { stage: "draft", event: "entry.sentBack" },
  approve: { stage: "approved", event: "entry.approved" },
  archive: { stage: "archived", event: "entry.archived" },
  reopen: { stage: "draft", event: "entry.reopened" },
} as const satisfies Record<string, { stage: EntryStage; event: `entry.${string}` }>;

export type MoveAction = keyof typeof moves;

interface Move {
  action: MoveAction;
  type: string;
  id: string;
  /** The version that the caller looked at. */
  expectedVersion: number;
  /** Said with it, in the same transaction. */
  comment?: string | undefined;
}

/**
 * Takes an entry a step through the workflow. Its draft, and what readers see, stay as they are. That the actor may
 * take this step has been asked already. Throws `ENTRY_MISSING`, `ENTRY_STALE`, `ACTION_NOT_POSSIBLE` and
 * `UPGRADE_FAILED`.
 */
export async function moveEntry(deps: Deps, actor: Actor, input: Move): Promise<Entry> {
  const { stage, event } = moves[input.action];
  return withTx(deps.db, async (tx) => {
    await lockEntry(tx, input.id);
    const row = await findEntry(tx, actor, input);
    if (row.version !== input.expectedVersion)
      return fail("ENTRY_STALE", await staleDetails(tx, requireType(deps.model, row.type), row));
    requirePossible(input.action, row);
    const moved = await tx.entry.update({ where: { id: row.id }, data: { stage }, select: entrySelect });
    emit(tx, eventActor(actor), { name: event, ...eventEntry(moved), concerns: concernedBy(moved) });
    if (input.comment) await addComment(deps, tx, actor, { entry: moved, body: input.comment });
    return toEntry(deps.model, actor, moved);
  });
}
