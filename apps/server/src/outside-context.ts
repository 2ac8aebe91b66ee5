import type { Actor } from "@letterpress/api/access/actor";
import { type Context, requestAllowance, type SessionPort } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";

/** Who sent a request. */
export interface Caller {
  actor: Actor;
  session: SessionPort;
  /** The session was renewed: the answer has a cookie. */
  isRenewed?: true;
}

/** What procedures are called with for a request from outside. Each request has its own: what it may read is counted. */
export function outsideContext(
  deps: Deps,
  caller: Caller,
  request: Pick<Context, "requestId" | "clientAddress">,
): Context {
  return {
    deps,
    actor: caller.actor,
    session: caller.session,
    requestId: request.requestId,
    clientAddress: request.clientAddress,
    allowance: requestAllowance(),
    sources: new Set(),
    takesText: false,
  };
}
