import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "@letterpress/api/deps";
import { duePublisher } from "@letterpress/api/scheduling/due-publisher";
import type { FastifyBaseLogger } from "fastify";
import { housekeeper } from "./housekeeper.ts";
import { logRarely } from "./log-rarely.ts";

/** Entries that a node publishes at once when many are due: while one waits for the database, another is rendered. */
const entriesAtOnce = 2;

/**
 * Publishes what is due, and clears up, beside any number of other nodes. What is given stops it, and waits for what
 * it is at.
 */
export function startScheduler(deps: Deps, log: FastifyBaseLogger): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  const publisher = (what: "entry" | "release") =>
    duePublisher(deps, what, (error, id) =>
      logRarely(
        log,
        "error",
        { err: error, [what]: id },
        `what is scheduled could not be published (${what})`,
      ),
    );
  const entries = publisher("entry");
  const loops = [
    ...Array.from({ length: entriesAtOnce }, () => entries),
    publisher("release"),
    housekeeper(deps, log, signal),
  ];

  const run = async (next: () => Promise<number>) => {
    // A stop ends the sleep with an error.
    while (!signal.aborted) await sleep(await next(), undefined, { signal }).catch(() => undefined);
  };
  const running = loops.map(run);
  return async () => {
    stopping.abort();
    await Promise.all(running);
  };
}
