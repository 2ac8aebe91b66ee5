import { Prisma } from "@letterpress/db/generated/client";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { changeRelease } from "./change-release.ts";
import type { Release } from "./release.ts";

/** The release waits for somebody to publish it; one that does so already stays. Throws `RELEASE_MISSING` and `RELEASE_PUBLISHED`. */
export async function unscheduleRelease(deps: Deps, actor: Actor, { id }: { id: string }): Promise<Release> {
  return changeRelease(deps, actor, id, async (tx) => {
    const data = { scheduledFor: null, scheduledById: null, scheduleFailure: Prisma.DbNull };
    await tx.release.updateMany({ where: { id }, data });
    return { name: "release.unscheduled" };
  });
}
