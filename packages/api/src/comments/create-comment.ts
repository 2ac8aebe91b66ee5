import { keepTargets } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { addComment } from "./add-comment.ts";
import { type Comment, toComment } from "./comment.ts";
import { findCommented } from "./find-commented.ts";

interface NewComment {
  entryId: string;
  body: string;
  /** Dotted path of the field that it is about. */
  field?: string | undefined;
  /** The comment that it answers. */
  parentId?: string | undefined;
}

/**
 * Comments on the latest version of an entry. An answer belongs to the thread of what it answers, and is about the same
 * field: threads are one level deep. Throws `ENTRY_MISSING`, and `COMMENT_MISSING` for a parent that is none of the
 * entry.
 */
export async function createComment(deps: Deps, actor: Actor, input: NewComment): Promise<Comment> {
  const { entryId, body, field = null, parentId } = input;
  return withTx(deps.db, async (tx) => {
    // Nobody saves it meanwhile: the version that is commented on is the latest, and stays.
    await keepTargets(tx, { entries: [entryId], assets: [] });
    const entry = await findCommented(tx, actor, entryId);
    if (parentId === undefined)
      return toComment(actor, await addComment(deps, tx, actor, { entry, body, field }));
    const parent = await tx.comment.findFirst({
      where: { id: parentId, entryId },
      select: { id: true, parentId: true, field: true },
    });
    if (!parent) return fail("COMMENT_MISSING");
    const thread = parent.parentId ?? parent.id;
    const answer = { entry, body, field: parent.field, parentId: thread };
    return toComment(actor, await addComment(deps, tx, actor, answer));
  });
}
