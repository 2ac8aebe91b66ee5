import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { procedure } from "../trpc.ts";
import { entryOutput } from "./entry.ts";
import { getRevision } from "./get-revision.ts";
import { listRevisions } from "./list-revisions.ts";
import { restoreRevision } from "./restore-revision.ts";
import { revisionNote, revisionOutput, revisionSummaryOutput, revisionVersion } from "./revision.ts";

/** What an entry was before, for editors. */
export function revisionProcedures(type: ContentType) {
  const of = { type: type.name };
  return {
    revisions: procedure("entries.read")
      .input(
        z.strictObject({
          id: uuid(),
          cursor: z.string().max(200).optional(),
          limit: z.int().min(1).max(100).optional().default(30),
        }),
      )
      .output(z.object({ items: z.array(revisionSummaryOutput), nextCursor: z.string().nullable() }))
      .query(({ ctx, input }) => listRevisions(ctx.deps, ctx.actor, { ...input, ...of })),

    revision: procedure("entries.read")
      .input(z.strictObject({ id: uuid(), version: revisionVersion }))
      .output(revisionOutput)
      .query(({ ctx, input }) => getRevision(ctx.deps, ctx.actor, { ...input, ...of })),

    restore: procedure("entries.write")
      .input(
        z.strictObject({
          id: uuid(),
          version: revisionVersion,
          expectedVersion: revisionVersion,
          note: revisionNote.optional(),
        }),
      )
      .output(entryOutput)
      .mutation(({ ctx, input }) => restoreRevision(ctx.deps, ctx.actor, { ...input, ...of })),
  };
}
