import type { PressEvent } from "@letterpress/client";
import { isChangedBy } from "./is-changed-by.ts";
import { refreshSoon } from "./refresh-soon.ts";

/** Asks again for what an event may have changed. */
export function refreshAfter(event: PressEvent): void {
  refreshSoon(({ queryKey, state }) => {
    const version = (state.data as { version?: number } | undefined)?.version;
    return isChangedBy(event, queryKey, version);
  });
}
