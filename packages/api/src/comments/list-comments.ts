import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";
import { type Comment, commentSelect, toComment } from "./comment.ts";

/** More than anybody reads; the newest are in it. */
const most = 1000;

/** What was said of an entry, the oldest first. Throws `ENTRY_MISSING`. */
export async function listComments(deps: Deps, actor: Actor, input: { entryId: string }): Promise<Comment[]> {
  const entry = await deps.db.entry.findFirst({
    where: { ...visibleEntries(actor), id: input.entryId },
    select: {
      comments: {
        select: commentSelect,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: most,
      },
    },
  });
  const { comments } = entry ?? fail("ENTRY_MISSING");
  return comments.reverse().map((row) => toComment(actor, row));
}
