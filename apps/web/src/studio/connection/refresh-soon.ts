import type { Query } from "@tanstack/react-query";
import { queryClient } from "./query-client.ts";

type IsOutdated = (query: Pick<Query, "queryKey" | "state">) => boolean;

/** How long reasons are collected, in milliseconds, before anything is asked again. */
const gathering = 200;

/** Least time, in milliseconds, from one round of asking to the next. */
const pace = 1_000;

/** How long answers are waited for, in milliseconds, before those that come next are asked for all the same. */
const patience = 10_000;

let waiting: IsOutdated[] = [];
let isBusy = false;

/**
 * Asks again for what is out of date. Reasons that come close together, or while the answers to the last ones are still
 * on their way, are dealt with together, once a second at most: however much happens, it costs a few requests.
 */
export function refreshSoon(isOutdated: IsOutdated): void {
  waiting.push(isOutdated);
  if (isBusy) return;
  isBusy = true;
  setTimeout(refresh, gathering);
}

async function refresh(): Promise<void> {
  while (waiting.length > 0) {
    const reasons = waiting;
    waiting = [];
    const asked = queryClient.invalidateQueries({
      predicate: (query) => reasons.some((isOutdated) => isOutdated(query)),
    });
    await Promise.all([Promise.race([asked, after(patience)]), after(pace)]);
  }
  isBusy = false;
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
