import { Prisma } from "@letterpress/db/generated/client";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { changeRelease } from "./change-release.ts";
import type { Release } from "./release.ts";

/** Changes what is said of a release. Throws `RELEASE_MISSING` and `RELEASE_PUBLISHED`. */
export async function updateRelease(
  deps: Deps,
  actor: Actor,
  { id, name, note }: { id: string; name?: string | undefined; note?: string | undefined },
): Promise<Release> {
  return changeRelease(deps, actor, id, async (tx, before) => {
    const data = { name: name ?? Prisma.skip, note: note ?? Prisma.skip };
    await tx.release.updateMany({ where: { id }, data });
    if (name !== undefined && name !== before.name) return { change: "renamed", oldTitle: before.name };
    return { change: "described" };
  });
}
