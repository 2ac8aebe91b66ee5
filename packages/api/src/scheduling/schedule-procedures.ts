import type { ContentType } from "@letterpress/model/content-type";
import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { type Entry, entryOutput } from "../entries/entry.ts";
import { revisionVersion } from "../entries/revision.ts";
import type { Mutation } from "../procedure-types.ts";
import type { DraftAt } from "../publishing/publish-entry.ts";
import { procedure } from "../trpc.ts";
import { scheduleEntry } from "./schedule-entry.ts";
import { scheduledTime } from "./scheduled-time.ts";
import { unscheduleEntry } from "./unschedule-entry.ts";

/** Publishing at a time, of one content type. */
export type ScheduleProcedures<Type extends ContentType> = {
  /** `expectedVersion` is the revision that is published then. `at` is in the future. */
  schedule: Mutation<
    {
      id: string;
      expectedVersion: number;
      at: Date;
      /** Others, of any type, that are scheduled for the same time: all of them or none. Each is published by itself. */
      with?: DraftAt[] | undefined;
    },
    Entry<Type>
  >;
  unschedule: Mutation<{ id: string }, Entry<Type>>;
};

const entryAt = { id: uuid(), expectedVersion: revisionVersion };

export function scheduleProcedures(type: ContentType) {
  const of = { type: type.name };
  return {
    schedule: procedure("entries.publish")
      .input(
        z.strictObject({
          ...entryAt,
          at: scheduledTime,
          with: z
            .array(z.strictObject({ ...entryAt, type: storableText().max(100) }))
            .max(50)
            .optional(),
        }),
      )
      .output(entryOutput)
      .mutation(({ ctx, input }) => scheduleEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    unschedule: procedure("entries.publish")
      .input(z.strictObject({ id: uuid() }))
      .output(entryOutput)
      .mutation(({ ctx, input }) => unscheduleEntry(ctx.deps, ctx.actor, { ...input, ...of })),
  };
}
