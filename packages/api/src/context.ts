import type { Actor } from "./access/actor.ts";
import type { IncludeAllowance } from "./content/include-entries.ts";
import { includedMax, includedSizeMax } from "./content/query-limits.ts";
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

/** How many published entries a request may still list and include. */
export interface Allowance extends IncludeAllowance {
  entries: number;
}

/** What a request from outside may read. */
export function requestAllowance(): Allowance {
  return { entries: entriesPerRequest, included: includedMax, includedSize: includedSizeMax };
}

/** For the server's own pages and feeds, which ask for what they show. */
export function unlimitedAllowance(): Allowance {
  const endless = Number.POSITIVE_INFINITY;
  return { entries: endless, included: endless, includedSize: endless };
}

/** What every procedure is called with. */
export interface Context {
  deps: Deps;
  actor: Actor;
  session: SessionPort;
  requestId: string;
  /** The caller's network address, to slow down guessing. */
  clientAddress: string;
  /** How many entries the request may still read: a batch of long lists would fill the memory. */
  allowance: Allowance;
  /** Keys of what the answer is made from, see source-keys.ts: public reads add theirs. */
  sources: Set<string>;
  /** Public reads may answer a `WireText`: what is called writes answers down. */
  takesText: boolean;
}
