import { untilDue } from "@letterpress/db/due";
import { isDeadlock } from "@letterpress/db/is-deadlock";
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

const publishers = { entry: publishDueEntries, release: publishDueRelease };

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
    // None: others are at it.
    return (await publishers[what](deps, choice)) ? 0 : shortest;
  }

  return async () => {
    try {
      return await next();
    } catch (error) {
      const id = error instanceof NotPublished ? error.id : null;
      const reason = error instanceof NotPublished ? error.cause : error;
      if (isDeadlock(reason)) return 0;
      onError(reason, id);
      if (id === null) return pause.afterError;
      broken.set(id, performance.now() + pause.ofBroken);
      return 0;
    }
  };
}
