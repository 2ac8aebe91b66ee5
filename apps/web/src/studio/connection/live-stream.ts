import { createClient } from "@letterpress/client";
import { setLive } from "./live-health.ts";
import { signed } from "./whose-page.ts";

/**
 * Follows what happens. A client of its own, whose requests tell whether anything comes: it makes one whenever the
 * connection before it was lost.
 */
export const liveStream = createClient({
  url: window.location.origin,
  fetch: async (input, init) => {
    setLive(false);
    const response = await fetch(input, { ...init, headers: signed(init?.headers) });
    setLive(response.ok);
    return response;
  },
});
