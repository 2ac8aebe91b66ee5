import { createClient } from "@letterpress/client";
import { fetchInTime } from "./fetch-in-time.ts";
import { signed } from "./whose-page.ts";

/** Browsers send no more than 64 KiB for pages that have gone. */
const mostAfterwards = 60_000;

/** The publication that served this page. Sessions are cookies, so nothing else is needed to be somebody. */
export const press = createClient({
  url: window.location.origin,
  // What a page sends while it closes, such as its last save, is sent although nobody waits for the answer.
  fetch: (input, init) => {
    const { body } = init ?? {};
    const isClosing = document.visibilityState === "hidden" && typeof body === "string";
    const headers = signed(init?.headers);
    return fetchInTime(input, { ...init, headers, keepalive: isClosing && body.length < mostAfterwards });
  },
});
