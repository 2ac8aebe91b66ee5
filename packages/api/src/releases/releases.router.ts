import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { scheduledTime } from "../scheduling/scheduled-time.ts";
import { procedure, router } from "../trpc.ts";
import { createRelease } from "./create-release.ts";
import { deleteRelease } from "./delete-release.ts";
import { findRelease } from "./find-release.ts";
import { listReleases } from "./list-releases.ts";
import { listUpcoming, upcomingOutput } from "./list-upcoming.ts";
import { publishRelease } from "./publish-release.ts";
import { releaseOutput, releaseSummaryOutput, toRelease } from "./release.ts";
import { releaseProblems } from "./release-problems.ts";
import { releaseReferences, releaseReferencesOutput } from "./release-references.ts";
import { removeItem } from "./remove-item.ts";
import { scheduleRelease } from "./schedule-release.ts";
import { setItem } from "./set-item.ts";
import { unscheduleRelease } from "./unschedule-release.ts";
import { updateRelease } from "./update-release.ts";

const one = z.strictObject({ id: uuid() });
const name = storableText().trim().min(1, "Give the release a name.").max(120);
const note = storableText().max(2_000);
const item = { id: uuid(), entryId: uuid() };
/** The database counts versions in four bytes. */
const version = z.int().min(1).max(2_147_483_647).optional();

export const releasesRouter = router({
  list: procedure("releases.manage")
    .input(
      z
        .strictObject({
          state: z.enum(["open", "published"]).optional(),
          entryId: uuid().optional(),
          cursor: z.string().max(200).optional(),
          limit: z.int().min(1).max(100).optional().default(30),
        })
        .optional(),
    )
    .output(z.object({ items: z.array(releaseSummaryOutput), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listReleases(ctx.deps, { limit: 30, ...input })),

  get: procedure("releases.manage")
    .input(one)
    .output(releaseOutput)
    .query(async ({ ctx, input }) => toRelease(await findRelease(ctx.deps.db, input.id))),

  /** Why it could not be published now. */
  problems: procedure("releases.manage")
    .input(one)
    .output(
      z.array(
        z.object({
          type: z.string(),
          id: z.string(),
          title: z.string(),
          code: z.string(),
          message: z.string(),
          issues: z.array(z.object({ path: z.string(), message: z.string() })),
        }),
      ),
    )
    .query(({ ctx, input }) => releaseProblems(ctx.deps, input)),

  /** What its entries refer to, and readers would not see once it is published. It can be published all the same. */
  references: procedure("releases.manage")
    .input(one)
    .output(releaseReferencesOutput)
    .query(({ ctx, input }) => releaseReferences(ctx.deps, input)),

  /** Which of these entries are in a release that publishes itself. */
  upcoming: procedure("releases.manage")
    .input(z.strictObject({ entryIds: z.array(uuid()).max(200) }))
    .output(upcomingOutput)
    .query(({ ctx, input }) => listUpcoming(ctx.deps, input)),

  create: procedure("releases.manage")
    .input(z.strictObject({ name, note: note.optional() }))
    .output(releaseOutput)
    .mutation(({ ctx, input }) => createRelease(ctx.deps, ctx.actor, input)),

  update: procedure("releases.manage")
    .input(z.strictObject({ id: uuid(), name: name.optional(), note: note.optional() }))
    .output(releaseOutput)
    .mutation(({ ctx, input }) => updateRelease(ctx.deps, ctx.actor, input)),

  delete: procedure("releases.manage")
    .input(one)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteRelease(ctx.deps, ctx.actor, input)),

  setItem: procedure("releases.manage")
    .input(
      z.discriminatedUnion("action", [
        z.strictObject({ ...item, action: z.literal("publish"), version }),
        z.strictObject({ ...item, action: z.literal("unpublish") }),
      ]),
    )
    .output(releaseOutput)
    .mutation(({ ctx, input }) => setItem(ctx.deps, ctx.actor, input)),

  removeItem: procedure("releases.manage")
    .input(z.strictObject(item))
    .output(releaseOutput)
    .mutation(({ ctx, input }) => removeItem(ctx.deps, ctx.actor, input)),

  publish: procedure("releases.manage")
    .input(one)
    .output(releaseOutput)
    .mutation(({ ctx, input }) => publishRelease(ctx.deps, ctx.actor, input)),

  schedule: procedure("releases.manage")
    .input(z.strictObject({ id: uuid(), at: scheduledTime }))
    .output(releaseOutput)
    .mutation(({ ctx, input }) => scheduleRelease(ctx.deps, ctx.actor, input)),

  unschedule: procedure("releases.manage")
    .input(one)
    .output(releaseOutput)
    .mutation(({ ctx, input }) => unscheduleRelease(ctx.deps, ctx.actor, input)),
});
