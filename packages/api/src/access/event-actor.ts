import type { EventActor } from "@letterpress/db/events";
import type { Actor } from "./actor.ts";

/** What an event keeps of who did it: the name that they have now too, as it must be told when they are long gone. */
export function eventActor(actor: Actor): EventActor {
  if (actor.kind === "user") return { kind: "user", userId: actor.userId, name: actor.name };
  if (actor.kind === "apiKey") return { kind: "apiKey", keyId: actor.keyId, name: actor.name };
  return actor;
}
