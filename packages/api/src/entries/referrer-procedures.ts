import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import type { Query } from "../procedure-types.ts";
import { procedure } from "../trpc.ts";
import { listReferrers, type Referrers } from "./list-referrers.ts";

/** As {@link referrerProcedures} gives them. A type, as an interface could have other members. */
export type ReferrerProcedures = {
  referrers: Query<{ id: string }, Referrers>;
};

const entryNames = z.array(z.object({ type: z.string(), id: z.string(), title: z.string() }));

/** What refers to an entry. */
export function referrerProcedures(type: ContentType) {
  return {
    referrers: procedure("entries.read")
      .input(z.strictObject({ id: uuid() }))
      .output(z.object({ published: entryNames, drafts: entryNames }))
      .query(({ ctx, input }) => listReferrers(ctx.deps, ctx.actor, { ...input, type: type.name })),
  };
}
