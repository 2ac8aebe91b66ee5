import type { ServerResponse } from "node:http";
import type { Actor } from "@letterpress/api/access/actor";
import { fail } from "@letterpress/api/errors";
import { leaveGate } from "./admission/gate.ts";

/** Streams of one user or API key on this node. A connection that died without a word counts for up to a quarter of an hour. */
const perActor = 50;
/** Streams on this node: each takes 70 KB of memory, and 100 KB of the system's while many come and go. */
const inAll = 2_000;

/** The streams of events that this process has open. */
export interface OpenStreams {
  /** Counts the response until it closes, and no longer as work. Throws `TOO_MANY_STREAMS`. */
  add(actor: Actor, response: ServerResponse): void;
  /** Cuts them all off: their clients go on elsewhere. A stream never ends by itself, so a stop would wait in vain. */
  end(): void;
}

export function openStreams(): OpenStreams {
  const open = new Set<ServerResponse>();
  const counts = new Map<string, number>();
  return {
    add(actor, response) {
      const who = actor.kind === "user" ? actor.userId : actor.kind === "apiKey" ? actor.keyId : actor.kind;
      const own = counts.get(who) ?? 0;
      if (open.size >= inAll) fail("TOO_MANY_STREAMS", { max: inAll });
      if (own >= perActor) fail("TOO_MANY_STREAMS", { max: perActor });
      open.add(response);
      counts.set(who, own + 1);
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
