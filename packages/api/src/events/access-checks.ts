import type { Actor } from "../access/actor.ts";
import { currentActor } from "../auth/current-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";

/** Who is asked about. */
export interface AskedCaller {
  actor: Actor;
  /** Of the session. */
  token: string | null;
}

/** What goes on for as long as its caller may have it. */
export interface Checked {
  /** Told who the caller is by now. What it throws ends this one. */
  onActor(actor: Actor): Promise<void>;
  end(error: unknown): void;
}

/** How often it is asked whether a caller still is who they were, in milliseconds. */
export const checkEvery = 60_000;

/** Everything that one caller has open. */
interface Group {
  caller: AskedCaller;
  open: Set<Checked>;
  timer: NodeJS.Timeout | undefined;
}

/** Of each process: it has one feed of events. */
const groupsOf = new WeakMap<Deps["events"], Map<string, Group>>();

/**
 * Asks every minute whether the caller still is who they were, once for everything that they have open. Where they are
 * nobody by now, or nobody can tell, all of it ends with the error. Returns what ends the asking.
 */
export function checkAccess(deps: Deps, caller: AskedCaller, checked: Checked): () => void {
  const groups = groupsOf.get(deps.events) ?? new Map<string, Group>();
  groupsOf.set(deps.events, groups);
  const key = keyOf(caller);
  const group = groups.get(key) ?? begin(deps, caller);
  groups.set(key, group);
  group.open.add(checked);
  return () => {
    if (!group.open.delete(checked) || group.open.size > 0) return;
    clearTimeout(group.timer);
    groups.delete(key);
  };
}

function keyOf({ actor, token }: AskedCaller): string {
  if (actor.kind === "user") return `user ${actor.userId} ${token}`;
  return actor.kind === "apiKey" ? `key ${actor.keyId}` : actor.kind;
}

function begin(deps: Deps, caller: AskedCaller): Group {
  const group: Group = { caller, open: new Set(), timer: undefined };
  const askLater = () => {
    group.timer = setTimeout(async () => {
      await check(deps, group);
      if (group.open.size > 0) askLater();
    }, checkEvery).unref();
  };
  askLater();
  return group;
}

async function check(deps: Deps, { caller, open }: Group): Promise<void> {
  try {
    const actor = await currentActor(deps, caller);
    if (actor.kind === "nobody") fail(caller.actor.kind === "apiKey" ? "API_KEY_INVALID" : "NOT_SIGNED_IN");
    for (const checked of [...open]) await checked.onActor(actor).catch((error) => checked.end(error));
  } catch (error) {
    for (const checked of [...open]) checked.end(error);
  }
}
