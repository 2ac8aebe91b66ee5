import type { Actor } from "./access/actor.ts";
import type { Deps } from "./deps.ts";

/** How a procedure starts and ends the caller's session, without knowing of cookies. */
export interface SessionPort {
  /** The token that the caller came with. */
  token: string | null;
  set(token: string, expiresAt: Date): void;
  clear(): void;
}

/** Published entries that one request may read, in all the calls of its batch. */
export const entriesPerRequest = 100;

/** What every procedure is called with. */
export interface Context {
  deps: Deps;
  actor: Actor;
  session: SessionPort;
  requestId: string;
  /** The caller's network address, to slow down guessing. */
  clientAddress: string;
  /** How many entries the request may still read: a batch of long lists would fill the memory. */
  allowance: { entries: number };
}
