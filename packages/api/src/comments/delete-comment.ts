import { emit } from "@letterpress/db/events";
import { lockEntry } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { fail } from "../errors.ts";
import { findComment } from "./find-comment.ts";

/**
 * Deletes a comment, and with one that begins a thread its answers. What others have written, answers among them, takes
 * the permission `entries.review`. Throws `COMMENT_MISSING` and `NOT_ALLOWED`.
 */
export async function deleteComment(deps: Deps, actor: Actor, input: { id: string }): Promise<void> {
  await withTx(deps.db, async (tx) => {
    const { id, entry } = await findComment(tx, actor, input.id);
    // Nobody answers it meanwhile.
    await lockEntry(tx, entry.id);
    const authors = await tx.comment.findMany({
      where: { OR: [{ id }, { parentId: id }] },
      select: { authorId: true },
    });
    if (authors.length === 0) return fail("COMMENT_MISSING");
    const isOwn = authors.every(({ authorId }) => actor.kind === "user" && authorId === actor.userId);
    if (!isOwn && !isAllowed(actor, "entries.review"))
      return fail("NOT_ALLOWED", { permission: "entries.review" });
    await tx.comment.deleteMany({ where: { id } });
    emit(tx, eventActor(actor), { name: "comment.deleted", ...eventEntry(entry), commentId: id });
  });
}
