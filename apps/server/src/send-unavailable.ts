import type { FastifyReply, FastifyRequest } from "fastify";

/** Shown when a page cannot be made, the database being gone, say. It needs nothing that may be broken too. */
const unavailable = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not available</title>
<h1>This page is not available at the moment</h1><p>Please try again in a minute.</p></html>\n`;

/** Answers a request for a page that failed, and logs why. */
export function sendUnavailable(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  request.log.error({ err: error }, "page failed");
  return reply
    .code(503)
    .headers({ "retry-after": "30", "cache-control": "no-store" })
    .type("text/html")
    .send(unavailable);
}
