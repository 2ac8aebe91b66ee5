import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { commentBody, commentOutput } from "./comment.ts";
import { createComment } from "./create-comment.ts";
import { deleteComment } from "./delete-comment.ts";
import { listComments } from "./list-comments.ts";
import { settleThread } from "./settle-thread.ts";

const byId = z.strictObject({ id: uuid() });

/** What reviewers say of entries, to all who see them. */
export const commentsRouter = router({
  list: procedure("entries.read")
    .input(z.strictObject({ entryId: uuid() }))
    .output(z.array(commentOutput))
    .query(({ ctx, input }) => listComments(ctx.deps, ctx.actor, input)),

  create: procedure("comments.write")
    .input(
      z.strictObject({
        entryId: uuid(),
        body: commentBody,
        field: storableText().min(1).max(200).optional(),
        parentId: uuid().optional(),
      }),
    )
    .output(commentOutput)
    .mutation(({ ctx, input }) => createComment(ctx.deps, ctx.actor, input)),

  resolve: procedure("comments.write")
    .input(byId)
    .output(commentOutput)
    .mutation(({ ctx, input }) => settleThread(ctx.deps, ctx.actor, { ...input, isResolved: true })),

  reopen: procedure("comments.write")
    .input(byId)
    .output(commentOutput)
    .mutation(({ ctx, input }) => settleThread(ctx.deps, ctx.actor, { ...input, isResolved: false })),

  delete: procedure("comments.write")
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteComment(ctx.deps, ctx.actor, input)),
});
