import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { entrySelect } from "../entries/entry.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";
import { commentSelect } from "./comment.ts";

/** A comment with its entry. Throws `COMMENT_MISSING`, also where the actor may not see the entry. */
export async function findComment(tx: Tx, actor: Actor, id: string) {
  const row = await tx.comment.findFirst({
    where: { id, entry: visibleEntries(actor) },
    select: { ...commentSelect, entry: { select: entrySelect } },
  });
  return row ?? fail("COMMENT_MISSING");
}
