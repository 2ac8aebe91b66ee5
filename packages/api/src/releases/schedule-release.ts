import { Prisma } from "@letterpress/db/generated/client";
import { keepTargets } from "@letterpress/db/lock-rows";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { requireFuture } from "../scheduling/require-future.ts";
import { changeRelease } from "./change-release.ts";
import { checkRelease } from "./check-release.ts";
import type { Release } from "./release.ts";

/**
 * Lets a release be published by itself at a time, in place of an earlier one. What could not be published now is
 * refused at once: throws `RELEASE_MISSING`, `RELEASE_PUBLISHED`, `RELEASE_NOT_READY`, and `BAD_INPUT` for a time that
 * has come or a release without entries.
 */
export async function scheduleRelease(
  deps: Deps,
  actor: Actor,
  { id, at }: { id: string; at: Date },
): Promise<Release> {
  return changeRelease(deps, actor, id, async (tx) => {
    await requireFuture(tx, at);
    const { problems } = await checkRelease(tx, deps.model, id, (ids) => keepTargets(tx, ids));
    if (problems.length > 0) return fail("RELEASE_NOT_READY", { problems });
    const scheduledById = actor.kind === "user" ? actor.userId : null;
    await tx.release.updateMany({
      where: { id },
      data: { scheduledFor: at, scheduledById, scheduleFailure: Prisma.DbNull },
    });
    return { name: "release.scheduled", scheduledFor: at.toISOString() };
  });
}
