import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { apiKeyOutput } from "./api-key.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { newApiKey } from "./new-api-key.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

export const apiKeysRouter = router({
  list: procedure("apiKeys.manage")
    .input(
      z
        .strictObject({
          cursor: z.string().max(200).optional(),
          limit: z.int().min(1).max(100).optional().default(100),
        })
        .optional(),
    )
    .output(z.object({ items: z.array(apiKeyOutput), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listApiKeys(ctx.deps, { limit: 100, ...input })),

  /** The only answer that ever has the key's `token`. */
  create: procedure("apiKeys.manage")
    .input(newApiKey)
    .output(z.object({ key: apiKeyOutput, token: z.string() }))
    .mutation(({ ctx, input }) => createApiKey(ctx.deps, ctx.actor, input)),

  revoke: procedure("apiKeys.manage")
    .input(z.strictObject({ id: uuid() }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeApiKey(ctx.deps, ctx.actor, input)),
});
