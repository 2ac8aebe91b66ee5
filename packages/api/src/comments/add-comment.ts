import { emit } from "@letterpress/db/events";
import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import type { EntryRow } from "../entries/entry.ts";
import { concernedBy, eventEntry } from "../entries/event-entry.ts";
import { type CommentRow, commentSelect } from "./comment.ts";

interface NewComment {
  /** As it is now; the caller keeps it from being saved meanwhile. */
  entry: EntryRow;
  body: string;
  field?: string | null;
  parentId?: string | null;
}

/** Writes a comment on the latest version of an entry, and what happened. */
export async function addComment(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { entry, body, field = null, parentId = null }: NewComment,
): Promise<CommentRow> {
  const row = await tx.comment.create({
    data: {
      entryId: entry.id,
      version: entry.version,
      body,
      field,
      parentId,
      authorId: actor.kind === "user" ? actor.userId : null,
      authorName: actor.kind === "nobody" ? "" : actor.name,
      createdAt: deps.clock(),
    },
    select: commentSelect,
  });
  emit(tx, eventActor(actor), {
    name: "comment.created",
    ...eventEntry(entry),
    commentId: row.id,
    concerns: concernedBy(entry),
  });
  return row;
}
