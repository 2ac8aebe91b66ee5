import type { ContentType } from "@letterpress/model/content-type";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { type Entry, entryOutput } from "../entries/entry.ts";
import type { Mutation } from "../procedure-types.ts";
import { procedure } from "../trpc.ts";
import { scheduleEntry } from "./schedule-entry.ts";
import { scheduledTime } from "./scheduled-time.ts";
import { unscheduleEntry } from "./unschedule-entry.ts";

/** Publishing at a time, of one content type. */
export type ScheduleProcedures<Type extends ContentType> = {
  /** `expectedVersion` is the revision that is published then. `at` is in the future. */
  schedule: Mutation<{ id: string; expectedVersion: number; at: Date }, Entry<Type>>;
  unschedule: Mutation<{ id: string }, Entry<Type>>;
};

export function scheduleProcedures(type: ContentType) {
  const of = { type: type.name };
  return {
    schedule: procedure("entries.publish")
      .input(z.strictObject({ id: uuid(), expectedVersion: z.int().min(1), at: scheduledTime }))
      .output(entryOutput)
      .mutation(({ ctx, input }) => scheduleEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    unschedule: procedure("entries.publish")
      .input(z.strictObject({ id: uuid() }))
      .output(entryOutput)
      .mutation(({ ctx, input }) => unscheduleEntry(ctx.deps, ctx.actor, { ...input, ...of })),
  };
}
