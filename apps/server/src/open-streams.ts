import type { ServerResponse } from "node:http";
import type { Actor } from "@letterpress/api/access/actor";
import { fail } from "@letterpress/api/errors";
import { leaveGate } from "./admission/gate.ts";

/** Streams of one user or API key on this node. A connection that died without a word counts for up to a quarter of an hour. */
const perActor = 50;
/**
 * Streams on this node. 5,000 that were idle took 11 KB of the heap each, of which Node's own connection is 6, and up to
 * 20 KB of the system's memory, as much as a bare connection of `node:http`: 200 MB for all of these.
 */
const mostInAll = 10_000;
/** Streams take this part of the connections that there may be at most: the others are left for what ends. */
const share = 0.75;

/** The streams of events that this process has open. */
export interface OpenStreams {
  /** Whether there is room for another one of the actor's. */
  hasRoom(actor: Actor): boolean;
  /** Counts the response until it closes, and no longer as work. Throws `TOO_MANY_STREAMS`. */
  add(actor: Actor, response: ServerResponse): void;
  /** Cuts them all off: their clients go on elsewhere. A stream never ends by itself, so a stop would wait in vain. */
  end(): void;
}

/** For a process that may have so many connections. */
export function openStreams(connections: number): OpenStreams {
  const inAll = Math.min(mostInAll, Math.floor(connections * share));
  const open = new Set<ServerResponse>();
  const counts = new Map<string, number>();
  const countOf = (actor: Actor) => counts.get(nameOf(actor)) ?? 0;
  return {
    hasRoom: (actor) => open.size < inAll && countOf(actor) < perActor,
    add(actor, response) {
      if (open.size >= inAll) fail("TOO_MANY_STREAMS", { max: inAll });
      if (countOf(actor) >= perActor) fail("TOO_MANY_STREAMS", { max: perActor });
      const who = nameOf(actor);
      open.add(response);
      counts.set(who, countOf(actor) + 1);
      response.once("close", () => {
        open.delete(response);
        const left = (counts.get(who) ?? 0) - 1;
        if (left > 0) counts.set(who, left);
        else counts.delete(who);
      });
      leaveGate(response);
    },
    end() {
      for (const response of open) response.destroy();
    },
  };
}

function nameOf(actor: Actor): string {
  return actor.kind === "user" ? actor.userId : actor.kind === "apiKey" ? actor.keyId : actor.kind;
}
