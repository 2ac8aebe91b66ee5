import { emit } from "@letterpress/db/events";
import { Prisma } from "@letterpress/db/generated/client";
import { keepTargets, lockEntries } from "@letterpress/db/lock-rows";
import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { applyChanges } from "../publishing/apply-changes.ts";
import type { PreparedPublish } from "../publishing/prepare-publish.ts";
import { renderTexts } from "../publishing/render-texts.ts";
import { checkRelease } from "./check-release.ts";
import { findRelease } from "./find-release.ts";

/** Milliseconds that publishing a release may take, all of its texts rendered. */
export const releaseTimeout = 120_000;

interface Moment {
  now: Date;
  /** When it was to be published, where that is why it is; who has said so. */
  schedule?: { scheduledFor: Date; scheduledById: string | null };
}

/**
 * Publishes a release that the transaction holds the lock of: all of it, or nothing. Its entries are locked while their
 * texts are rendered, so that what was checked is what is published. Throws `RELEASE_NOT_READY` with all that is in its
 * way, and `BAD_INPUT` where it has no entries.
 */
export async function applyRelease(
  { model }: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
  { now, schedule }: Moment,
): Promise<void> {
  const { name, items } = await findRelease(tx, id);
  await lockEntries(
    tx,
    items.map(({ entry }) => entry.id),
  );
  const {
    publish: checked,
    unpublish,
    problems,
  } = await checkRelease(tx, model, id, (ids) => keepTargets(tx, ids));
  if (problems.length > 0) return fail("RELEASE_NOT_READY", { problems });
  const publish: PreparedPublish[] = [];
  for (const revision of checked)
    publish.push({ ...revision, texts: await renderTexts(tx, revision.type, revision.fields) });
  await applyChanges(tx, actor, {
    publish,
    unpublish,
    now,
    ...(schedule ? { scheduledById: () => schedule.scheduledById } : {}),
    publishedAt: ({ firstPublishedAt }) => firstPublishedAt ?? schedule?.scheduledFor ?? now,
  });
  const unscheduled = { scheduledFor: null, scheduledById: null, scheduleFailure: Prisma.DbNull };
  await tx.release.updateMany({ where: { id }, data: { publishedAt: now, updatedAt: now, ...unscheduled } });
  emit(tx, eventActor(actor), {
    name: "release.published",
    releaseId: id,
    title: name,
    ...(schedule ? { scheduledById: schedule.scheduledById } : {}),
  });
}
