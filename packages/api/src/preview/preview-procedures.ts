import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import type { Mutation } from "../procedure-types.ts";
import { procedure } from "../trpc.ts";
import { createPreviewLink, type PreviewLink } from "./create-preview-link.ts";

/** As {@link previewProcedures} gives them. A type, as an interface could have other members. */
export type PreviewProcedures = {
  previewLink: Mutation<
    {
      id: string;
      /** 1 to 720 hours, 72 unless told. */
      expiresInHours?: number | undefined;
    },
    PreviewLink
  >;
};

/** Links that show a draft to whoever has them. */
export function previewProcedures(type: ContentType) {
  return {
    previewLink: procedure("entries.read")
      .input(z.strictObject({ id: uuid(), expiresInHours: z.int().min(1).max(720).optional() }))
      .output(z.object({ token: z.string(), url: z.string().nullable(), expiresAt: z.date() }))
      .mutation(({ ctx, input: { id, expiresInHours = 72 } }) =>
        createPreviewLink(ctx.deps, ctx.actor, { type: type.name, id, expiresInHours }),
      ),
  };
}
