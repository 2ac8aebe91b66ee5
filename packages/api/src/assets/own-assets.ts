import type { Prisma } from "@letterpress/db/generated/client";
import type { Actor } from "../access/actor.ts";
import { isLimitedToOwn } from "../access/permissions.ts";

/** The condition for assets that the actor may change; everybody with `assets.read` sees all of them. */
export function ownAssets(actor: Actor): Prisma.AssetWhereInput {
  return actor.kind === "user" && isLimitedToOwn(actor) ? { createdById: actor.userId } : {};
}
