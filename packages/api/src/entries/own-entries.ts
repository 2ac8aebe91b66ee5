import type { Actor } from "../access/actor.ts";
import { isLimitedToOwn } from "../access/permissions.ts";

/** The condition for entries that the actor may see; to others they answer as if they did not exist. */
export function ownEntries(actor: Actor): { createdById?: string } {
  return actor.kind === "user" && isLimitedToOwn(actor) ? { createdById: actor.userId } : {};
}
