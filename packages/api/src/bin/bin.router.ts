import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { permissionFor } from "../workflow/transitions.ts";
import { binnedEntryOutput } from "./binned-entry.ts";
import { listBin } from "./list-bin.ts";
import { purgeEntry } from "./purge-entry.ts";
import { restoreEntry } from "./restore-entry.ts";

const byId = z.strictObject({ id: uuid() });

/** Deleted entries of all content types, until they are deleted for good. */
export const binRouter = router({
  list: procedure(permissionFor("delete"))
    .input(
      z
        .strictObject({
          type: storableText().max(100).optional(),
          cursor: z.string().max(200).optional(),
          limit: z.int().min(1).max(100).optional().default(30),
        })
        .optional(),
    )
    .output(z.object({ items: z.array(binnedEntryOutput), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listBin(ctx.deps, ctx.actor, { limit: 30, ...input })),

  restore: procedure(permissionFor("delete"))
    .input(byId)
    .output(z.object({ id: z.string(), type: z.string(), slug: z.string() }))
    .mutation(({ ctx, input }) => restoreEntry(ctx.deps, ctx.actor, input)),

  purge: procedure("entries.delete")
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => purgeEntry(ctx.deps, ctx.actor, input)),
});
