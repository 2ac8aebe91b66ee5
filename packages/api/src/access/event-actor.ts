import type { EventActor } from "@letterpress/db/events";
import type { Actor } from "./actor.ts";

/** What an event keeps of who did it: an id, not the name and address that may change or be deleted. */
export function eventActor(actor: Actor): EventActor {
  return actor.kind === "user" ? { kind: "user", userId: actor.userId } : actor;
}
