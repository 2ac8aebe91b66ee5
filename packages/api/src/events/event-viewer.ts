import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { onlyOf } from "../entries/visible-entries.ts";
import type { FeedEvent } from "./event-feed.ts";

/** Whoever is told what happens: what they may know of, as they follow. */
export interface EventViewer {
  mayKnow(event: FeedEvent): boolean;
}

/**
 * Events of entries are for those who may see the entry; authors and contributors are also told of what they have done
 * themselves. All other events need a permission of their own, and API keys hear nothing of people and keys.
 */
export async function eventViewer({ db }: Deps, actor: Actor): Promise<EventViewer> {
  const userId = onlyOf(actor);
  const seesOther = isAllowed(actor, "events.read");
  const isOther = (name: string) => seesOther && !(actor.kind === "apiKey" && aboutPeople.test(name));
  if (userId === undefined)
    return { mayKnow: ({ entryId, name }) => (entryId === null ? isOther(name) : true) };

  const assigned = new Set(await assignedTo(db, userId));
  return {
    mayKnow({ name, entryId, ownerId, actorId, payload }) {
      if (entryId === null) return isOther(name);
      const wasAssigned = assigned.has(entryId);
      // Who follows is told of every change of it, so that nothing needs to be asked again.
      if (name === "entry.assigned") {
        if (payload.assigneeId === userId) assigned.add(entryId);
        else assigned.delete(entryId);
      }
      return ownerId === userId || actorId === userId || wasAssigned || assigned.has(entryId);
    },
  };
}

/** Names of events that API keys are not told of. */
export const aboutPeople = /^(user|apiKey)\./;

/** The entries that the user is to work on. */
export async function assignedTo(db: Deps["db"], userId: string): Promise<string[]> {
  const rows = await db.entry.findMany({ where: { assigneeId: userId }, select: { id: true } });
  return rows.map(({ id }) => id);
}
