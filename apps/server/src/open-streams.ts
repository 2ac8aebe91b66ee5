import type { ServerResponse } from "node:http";
import type { Actor } from "@letterpress/api/access/actor";
import { fail } from "@letterpress/api/errors";

/** Streams of one user or API key on this node. A connection that died without a word counts for up to a quarter of an hour. */
const perActor = 50;
/** Streams on this node. */
const inAll = 1_000;

/** The streams of events that this process has open. */
export interface OpenStreams {
  /** Counts the response until it closes. Throws `TOO_MANY_STREAMS`. */
  add(actor: Actor, response: ServerResponse): void;
  /** Cuts them all off: their clients go on elsewhere. A stream never ends by itself, so a stop would wait in vain. */
  end(): void;
}

export function openStreams(): OpenStreams {
  const open = new Map<ServerResponse, string>();
  return {
    add(actor, response) {
      const who = actor.kind === "user" ? actor.userId : actor.kind === "apiKey" ? actor.keyId : actor.kind;
      if (open.size >= inAll) fail("TOO_MANY_STREAMS", { max: inAll });
      if (
        open
          .values()
          .filter((other) => other === who)
          .toArray().length >= perActor
      )
        fail("TOO_MANY_STREAMS", { max: perActor });
      open.set(response, who);
      response.once("close", () => open.delete(response));
    },
    end() {
      for (const response of open.keys()) response.destroy();
    },
  };
}
