import { removeLeftFiles } from "@letterpress/api/assets/remove-left-files";
import { sessionsOf } from "@letterpress/api/auth/sessions";
import { purgeBin } from "@letterpress/api/bin/purge-bin";
import type { Deps } from "@letterpress/api/deps";
import { removeCoalesced } from "@letterpress/api/entries/remove-coalesced";
import type { FastifyBaseLogger } from "fastify";

const hour = 60 * 60 * 1_000;

/** What nobody needs any more goes in small batches, each of which gives how many it took. */
const chores = {
  "the bin": purgeBin,
  "old autosaves": removeCoalesced,
  "files without an asset": removeLeftFiles,
  "expired sessions": async ({ db }: Deps) => {
    await sessionsOf(db).deleteExpiredSessions();
    return 0;
  },
};

/**
 * Clears up about every hour: each call does all there is, or nothing before the first such time, and gives the
 * milliseconds after which it wants to be called again. It never throws.
 */
export function housekeeper(deps: Deps, log: FastifyBaseLogger, signal: AbortSignal): () => Promise<number> {
  let hasBegun = false;

  return async () => {
    for (const [what, remove] of hasBegun ? Object.entries(chores) : [])
      try {
        while (!signal.aborted && (await remove(deps, signal)) > 0);
      } catch (error) {
        log.error({ err: error }, `${what} could not be cleared`);
      }
    // Nodes that were started together take their turns.
    const next = (hasBegun ? hour / 2 : 0) + Math.random() * hour;
    hasBegun = true;
    return next;
  };
}
