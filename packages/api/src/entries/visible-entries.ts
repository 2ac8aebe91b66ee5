import type { Prisma } from "@letterpress/db/generated/client";
import type { Actor } from "../access/actor.ts";
import { isLimitedToOwn } from "../access/permissions.ts";

/**
 * The condition for entries that the actor may see: none in the bin, and for some roles only those that they made or
 * that are assigned to them. To others they answer as if they did not exist.
 */
export function visibleEntries(actor: Actor): Prisma.EntryWhereInput {
  const userId = onlyOf(actor);
  return {
    deletedAt: null,
    ...(userId === undefined ? {} : { OR: [{ createdById: userId }, { assigneeId: userId }] }),
  };
}

/** The user whose entries are the only ones that the actor may see; undefined where it is all of them. */
export function onlyOf(actor: Actor): string | undefined {
  return actor.kind === "user" && isLimitedToOwn(actor) ? actor.userId : undefined;
}
