import type { Actor } from "../access/actor.ts";

/** Who publishes what is due. */
export const scheduleActor: Actor = { kind: "system", name: "schedule" };
