import type { PressEvent } from "@letterpress/client";
import { isChangedBy } from "./is-changed-by.ts";
import { queryClient } from "./query-client.ts";

/** How long events are collected, in milliseconds, before anything is asked again. */
const gathering = 200;

let waiting: PressEvent[] = [];
let isBusy = false;

/**
 * Asks again for what an event may have changed. Events that come close together, or while the answers to the last
 * ones are still on their way, are dealt with together: a hundred in a second cost a few requests.
 */
export function refreshAfter(event: PressEvent): void {
  waiting.push(event);
  if (isBusy) return;
  isBusy = true;
  setTimeout(refresh, gathering);
}

async function refresh(): Promise<void> {
  const events = waiting;
  waiting = [];
  await queryClient.invalidateQueries({
    predicate: ({ queryKey, state }) => {
      const version = (state.data as { version?: number } | undefined)?.version;
      return events.some((event) => isChangedBy(event, queryKey, version));
    },
  });
  isBusy = waiting.length > 0;
  if (isBusy) setTimeout(refresh, gathering);
}
