import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { fail } from "../errors.ts";
import { procedure, router } from "../trpc.ts";
import { assetOutput, toAsset } from "./asset.ts";
import { deleteAsset } from "./delete-asset.ts";
import { listAssets } from "./list-assets.ts";
import { updateAsset } from "./update-asset.ts";

const byId = z.strictObject({ id: uuid() });
const unit = z.number().min(0).max(1);

/** Uploads go to `POST /uploads`, as a stream of bytes; these procedures do the rest. */
export const assetsRouter = router({
  list: procedure("assets.read")
    .input(
      z
        .strictObject({
          search: storableText().max(200).optional(),
          kind: z.enum(["image", "file"]).optional(),
          accept: z.array(storableText().max(100)).min(1).max(50).optional(),
          cursor: z.string().max(200).optional(),
          limit: z.int().min(1).max(100).optional().default(30),
        })
        .optional(),
    )
    .output(z.object({ items: z.array(assetOutput), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listAssets(ctx.deps, { limit: 30, ...input })),

  get: procedure("assets.read")
    .input(byId)
    .output(assetOutput)
    .query(async ({ ctx, input }) => {
      const row = await ctx.deps.db.asset.findUnique({ where: { id: input.id } });
      return row ? toAsset(row) : fail("ASSET_MISSING");
    }),

  update: procedure("assets.write")
    .input(
      z.strictObject({
        id: uuid(),
        alt: storableText().max(500).optional(),
        focalPoint: z.strictObject({ x: unit, y: unit }).optional(),
      }),
    )
    .output(assetOutput)
    .mutation(({ ctx, input }) => updateAsset(ctx.deps, ctx.actor, input)),

  delete: procedure("assets.delete")
    .input(byId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteAsset(ctx.deps, ctx.actor, input)),
});
