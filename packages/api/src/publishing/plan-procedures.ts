import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { entryStatuses } from "../entries/entry-status.ts";
import { revisionVersion } from "../entries/revision.ts";
import type { Query } from "../procedure-types.ts";
import { procedure } from "../trpc.ts";
import { type PublishPlan, publishPlan } from "./publish-plan.ts";

/** As {@link planProcedures} gives them. A type, as an interface could have other members. */
export type PlanProcedures = {
  publishPlan: Query<
    {
      id: string;
      /** The revision; the latest unless told. */
      version?: number | undefined;
    },
    PublishPlan
  >;
};

const planOutput: z.ZodType<PublishPlan> = z.object({
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
  page: z.object({ path: z.string().nullable(), isNew: z.boolean() }),
  fields: z.record(z.string(), z.unknown()).nullable(),
  references: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      title: z.string(),
      field: z.string(),
      version: z.number(),
      status: z.enum(entryStatuses),
      scheduledFor: z.date().nullable(),
    }),
  ),
  redirects: z.array(z.object({ from: z.string(), to: z.string() })),
  endedRedirects: z.array(z.string()),
  pages: z.array(z.object({ path: z.string(), title: z.string() })),
  morePages: z.number(),
});

/** What publishing would change. */
export function planProcedures(type: ContentType) {
  return {
    publishPlan: procedure("entries.read")
      .input(z.strictObject({ id: uuid(), version: revisionVersion.optional() }))
      .output(planOutput)
      .query(({ ctx, input }) => publishPlan(ctx.deps, ctx.actor, { ...input, type: type.name })),
  };
}
