import { hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import { bearerToken } from "../bearer-token.ts";

/** Who has called this node as a user or with an API key lately, told by what they carry, before anybody is asked. */
export interface KnownCallers {
  /** What the request carries is somebody's. */
  remember(request: IncomingMessage): void;
  /** `nobody` carries nothing, `unknown` what may be made up. */
  kindOf(request: IncomingMessage): "known" | "unknown" | "nobody";
}

const kept = 10_000;
/** Milliseconds: whoever has signed out counts as a stranger after it, and nobody gets in by being known. */
const forgottenAfter = 60 * 60_000;

/** See identity.ts for its names. */
const session = /(?:^|;)\s*(?:__Host-letterpress|letterpress-\d+)=([^;]*)/;

export function knownCallers(): KnownCallers {
  const known = new LRUCache<string, true>({ max: kept, ttl: forgottenAfter });
  const carried = (request: IncomingMessage) => {
    const token = bearerToken(request) ?? session.exec(request.headers.cookie ?? "")?.[1];
    // Of tokens, memory keeps nothing that could be used.
    return token === undefined ? undefined : hash("sha256", token, "base64url");
  };
  return {
    remember(request) {
      const key = carried(request);
      if (key !== undefined) known.set(key, true);
    },
    kindOf(request) {
      const key = carried(request);
      if (key === undefined) return "nobody";
      return known.get(key) === true ? "known" : "unknown";
    },
  };
}
