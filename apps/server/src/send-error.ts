import { errors, type LetterpressError } from "@letterpress/api/errors";
import { transformer } from "@letterpress/api/wire/transformer";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Answers an error of the table as a procedure would, so that one client understands every route. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: LetterpressError) {
  const { errorCode, details } = error;
  const { message, trpc } = errors[errorCode];
  const httpStatus = getHTTPStatusCodeFromError(error);
  return send(request, reply, { message, trpc, code: errorCode, httpStatus, details });
}

/** Answers what is wrong with a request as a whole, before it reached a procedure: too large, unreadable. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  httpStatus: number,
  message: string,
) {
  const trpc =
    httpStatus === 413 ? "PAYLOAD_TOO_LARGE" : httpStatus === 415 ? "UNSUPPORTED_MEDIA_TYPE" : "BAD_REQUEST";
  return send(request, reply, { message, trpc, code: trpc, httpStatus, details: {} });
}

interface Answer {
  message: string;
  trpc: keyof typeof TRPC_ERROR_CODES_BY_KEY;
  code: string;
  httpStatus: number;
  details: unknown;
}

function send(request: FastifyRequest, reply: FastifyReply, { message, trpc, ...rest }: Answer) {
  const data = { ...rest, requestId: request.id };
  return reply
    .code(rest.httpStatus)
    .header("cache-control", "no-store")
    .send({ error: transformer.serialize({ message, code: TRPC_ERROR_CODES_BY_KEY[trpc], data }) });
}
