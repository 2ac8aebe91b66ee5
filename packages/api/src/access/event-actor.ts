import type { EventActor } from "@letterpress/db/events";
import type { Actor } from "./actor.ts";

/** What an event keeps of who did it: an id, not the name and address that may change or be deleted. */
export function eventActor(actor: Actor): EventActor {
  if (actor.kind === "user") return { kind: "user", userId: actor.userId };
  if (actor.kind === "apiKey") return { kind: "apiKey", keyId: actor.keyId };
  return actor;
}
