import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { errors } from "@letterpress/api/errors";
import { transformer } from "@letterpress/api/wire/transformer";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { openedHeaders } from "../plugins/cors.ts";
import { retryAfterSeconds } from "../plugins/retry-after.ts";
import { securityHeadersOf } from "../plugins/security-headers.ts";
import { unavailablePage } from "../send-unavailable.ts";

const procedures = /^\/((preview\/)?trpc\/|uploads($|\?))/;

/**
 * Turns a request away because the node has too much to do: in the form that its route would answer `BUSY` in, and at
 * the cost of next to nothing. A body is not read; its connection ends with the answer.
 */
export function sendBusy(request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  const isProcedure = procedures.test(request.url ?? "");
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  const hasBody = encoding !== undefined || (length !== undefined && length !== "0");
  const body = isProcedure ? procedureError(requestId) : unavailablePage;
  response.writeHead(503, {
    ...securityHeadersOf(requestId),
    "retry-after": retryAfterSeconds,
    "cache-control": "private, no-store",
    "content-type": isProcedure ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    ...(isProcedure ? openedHeaders : {}),
    ...(hasBody ? { connection: "close" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function procedureError(requestId: string): string {
  const { message, trpc } = errors.BUSY;
  const data = { code: "BUSY", httpStatus: 503, details: {}, requestId };
  return JSON.stringify({
    error: transformer.serialize({ message, code: TRPC_ERROR_CODES_BY_KEY[trpc], data }),
  });
}
