import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { previewMarkdown } from "./preview-markdown.ts";

export const markdownRouter = router({
  /** Renders markdown as publishing would. A mutation only because its input can be longer than a URL may be. */
  preview: procedure("entries.read")
    .input(z.strictObject({ source: z.string().max(500_000) }))
    .output(z.object({ html: z.string() }))
    .mutation(({ ctx, input }) => previewMarkdown(ctx.deps, input.source)),
});
