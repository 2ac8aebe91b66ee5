import { untilDue } from "@letterpress/db/due";
import { isLockConflict } from "@letterpress/db/is-lock-conflict";
import type { Deps } from "../deps.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { NotPublished } from "./not-published.ts";
import { publishDueEntries } from "./publish-due-entries.ts";
import { publishDueRelease } from "./publish-due-release.ts";

/** Milliseconds after which it is asked again what is due: somebody may have scheduled something. */
const longest = 500;

/** Milliseconds below which waiting does not pay: else the many who wait for one entry would all ask at its moment. */
const shortest = 100;

/** Milliseconds without the database, or until what broke is tried again. */
const pause = { afterError: 1_000, ofBroken: 10_000 };

/** Milliseconds before something is due at which what renders texts is made ready, and for which it stays so. */
const warm = { before: 10_000, for: 30_000 };

/** Where many are due, this many entries at most are published in one transaction: ten together take half the work. */
const most = 10;

/**
 * Publishes what is due on this node, beside any number of others. The function that is returned does one thing at most
 * and gives the milliseconds after which it wants to be called again; it may run several times at once. It never
 * throws: `onError` is told what went wrong, and of which entry or release, which is tried again a while later and
 * holds up no others.
 */
export function duePublisher(
  deps: Deps,
  what: "entry" | "release",
  onError: (error: unknown, id: string | null) => void,
): () => Promise<number> {
  // When what is broken may be tried again, by its id.
  const broken = new Map<string, number>();
  let warmUntil = Number.NEGATIVE_INFINITY;
  // A process that has just started takes a hundred times as long: it keeps one entry from the other nodes, then more.
  let together = 1;
  let isStarting = false;

  async function next(): Promise<number> {
    for (const [id, until] of broken) if (performance.now() > until) broken.delete(id);
    const choice = { types: Object.keys(deps.model), except: [...broken.keys()] };
    const wait = (await untilDue(deps.db, what, choice)) ?? Number.POSITIVE_INFINITY;
    // Nothing waits in a transaction for a thread to start.
    if (wait < warm.before && performance.now() > warmUntil) {
      warmUntil = performance.now() + warm.for;
      await renderMarkdown("");
    }
    if (wait > 0) return Math.min(Math.max(wait, shortest), longest);
    if (isStarting) return shortest;
    isStarting = together === 1;
    try {
      const publish = what === "entry" ? publishDueEntries : publishDueRelease;
      // None: others are at it.
      if (!(await publish(deps, choice, together))) return shortest;
      together = Math.min(2 * together, most);
      return 0;
    } finally {
      isStarting = false;
    }
  }

  return async () => {
    try {
      return await next();
    } catch (error) {
      const id = error instanceof NotPublished ? error.id : null;
      const reason = error instanceof NotPublished ? error.cause : error;
      // At once: it has waited long enough.
      if (isLockConflict(reason)) return 0;
      onError(reason, id);
      if (id === null) return pause.afterError;
      broken.set(id, performance.now() + pause.ofBroken);
      return 0;
    }
  };
}
