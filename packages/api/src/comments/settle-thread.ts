import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { fail } from "../errors.ts";
import { type Comment, commentSelect, toComment } from "./comment.ts";
import { findComment } from "./find-comment.ts";

interface Settlement {
  /** Of any comment of the thread. */
  id: string;
  isResolved: boolean;
}

/**
 * Says that a thread of comments is settled, or is not any more; saying so again changes nothing. Gives the comment
 * that begins the thread. Throws `COMMENT_MISSING`.
 */
export async function settleThread(
  deps: Deps,
  actor: Actor,
  { id, isResolved }: Settlement,
): Promise<Comment> {
  return withTx(deps.db, async (tx) => {
    const found = await findComment(tx, actor, id);
    const threadId = found.parentId ?? found.id;
    const resolvedById = actor.kind === "user" ? actor.userId : null;
    const { count } = await tx.comment.updateMany({
      where: { id: threadId, resolvedAt: isResolved ? null : { not: null } },
      data: isResolved
        ? { resolvedAt: deps.clock(), resolvedById }
        : { resolvedAt: null, resolvedById: null },
    });
    if (count > 0)
      emit(tx, eventActor(actor), {
        name: isResolved ? "comment.resolved" : "comment.reopened",
        ...eventEntry(found.entry),
        commentId: threadId,
      });
    const row = await tx.comment.findUnique({ where: { id: threadId }, select: commentSelect });
    // Somebody has deleted it at this moment.
    return toComment(actor, row ?? fail("COMMENT_MISSING"));
  });
}
