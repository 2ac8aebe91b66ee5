import { storableText } from "@letterpress/model/storable-text";
import { z } from "zod";
import { inTime } from "../content/in-time.ts";
import { procedure, router } from "../trpc.ts";
import { createRedirect } from "./create-redirect.ts";
import { deleteRedirect } from "./delete-redirect.ts";
import { getRedirect } from "./get-redirect.ts";
import { listRedirects } from "./list-redirects.ts";
import { pathRedirectOutput } from "./path-redirect.ts";

/** Longer than any address that a server takes, so that reader sites can ask for whatever they are asked for. */
const path = z.string().max(20_000);

export const redirectsRouter = router({
  /** For front ends, where they have no page. */
  get: procedure("public")
    .input(z.strictObject({ path }))
    .output(z.object({ target: z.string() }).nullable())
    .query(({ ctx, input }) => inTime(getRedirect(ctx.deps, input))),

  list: procedure("redirects.manage")
    .input(
      z
        .strictObject({
          search: storableText().max(200).optional(),
          cursor: z.string().max(8_000).optional(),
          limit: z.int().min(1).max(100).optional(),
        })
        .optional(),
    )
    .output(z.object({ items: z.array(pathRedirectOutput), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listRedirects(ctx.deps, input ?? {})),

  create: procedure("redirects.manage")
    .input(z.strictObject({ path, target: z.string().max(2_000) }))
    .output(pathRedirectOutput)
    .mutation(({ ctx, input }) => createRedirect(ctx.deps, ctx.actor, input)),

  delete: procedure("redirects.manage")
    .input(z.strictObject({ path }))
    .output(z.void())
    .mutation(({ ctx, input }) => deleteRedirect(ctx.deps, ctx.actor, input)),
});
