import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import type { Mutation } from "../procedure-types.ts";
import { procedure } from "../trpc.ts";
import { type BulkAction, type BulkResult, bulkActions, bulkChange } from "./bulk-change.ts";
import { revisionVersion } from "./revision.ts";

/** The same for many entries. */
export interface BulkRequest {
  action: BulkAction;
  /** 1 to 100. `unpublish` and `assign` do not look at the version, as they do not by themselves. */
  items: { id: string; expectedVersion: number }[];
  /** Of `assign`: whom to; `null` for nobody in particular. */
  userId?: string | null | undefined;
}

export type BulkProcedures = {
  /** Each entry by itself: see the answer for those that stay as they were. */
  bulk: Mutation<BulkRequest, BulkResult>;
};

const bulkRequest = z
  .strictObject({
    action: z.enum(bulkActions),
    items: z
      .array(z.strictObject({ id: uuid(), expectedVersion: revisionVersion }))
      .min(1)
      .max(100),
    userId: uuid().nullable().optional(),
  })
  .refine(({ action, userId }) => (action === "assign") === (userId !== undefined), {
    path: ["userId"],
    message: "Say whom to assign the entries to, with the action assign alone.",
  });

/** Changes of many entries at once, for editors. */
export function bulkProcedures(type: ContentType) {
  return {
    // The permission of its action is asked for, too.
    bulk: procedure("entries.write")
      .input(bulkRequest)
      .output(
        z.object({
          done: z.array(z.string()),
          failed: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              code: z.string(),
              message: z.string(),
              issues: z.array(z.object({ path: z.string(), message: z.string() })),
            }),
          ),
          hidden: z.array(z.object({ type: z.string(), id: z.string(), title: z.string() })),
        }),
      )
      .mutation(({ ctx, input }) => bulkChange(ctx.deps, ctx.actor, { ...input, type: type.name })),
  };
}
