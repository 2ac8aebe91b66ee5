import { LetterpressError } from "@letterpress/api/errors";
import { isBusy } from "@letterpress/api/is-busy";
import { isOutOfTime } from "@letterpress/db/is-out-of-time";
import type { FastifyReply, FastifyRequest } from "fastify";
import { logRarely } from "./log-rarely.ts";
import { retryAfterSeconds } from "./plugins/retry-after.ts";

/** Shown when a page cannot be made, the database being gone, say. It needs nothing that may be broken too. */
export const unavailablePage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not available</title>
<h1>This page is not available at the moment</h1><p>Please try again in a minute.</p></html>\n`;

/** What the procedures of a page make of it. */
const passing = new Set<string>(["BUSY", "QUERY_TOO_SLOW"]);

/** Answers a request for a page that failed, and logs why. */
export function sendUnavailable(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const hasTooMuchToDo =
    isBusy(error) ||
    isOutOfTime(error) ||
    (error instanceof LetterpressError && passing.has(error.errorCode));
  // Under load there are many of them, and nothing is wrong with any.
  if (hasTooMuchToDo) logRarely(request.log, "warn", {}, "page not made: the database has too much to do");
  else logRarely(request.log, "error", { err: error }, "page failed");
  return reply
    .code(503)
    .headers({
      "retry-after": hasTooMuchToDo ? retryAfterSeconds : "30",
      "cache-control": "private, no-store",
    })
    .type("text/html")
    .send(unavailablePage);
}
