import { errors, type LetterpressError } from "@letterpress/api/errors";
import { transformer } from "@letterpress/api/wire/transformer";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/unstable-core-do-not-import";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Answers an error of the table as a procedure would, so that one client understands every route. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: LetterpressError) {
  const httpStatus = getHTTPStatusCodeFromError(error);
  const { message, trpc } = errors[error.errorCode];
  const data = { code: error.errorCode, httpStatus, requestId: request.id, details: error.details };
  return reply
    .code(httpStatus)
    .header("cache-control", "no-store")
    .send({ error: transformer.serialize({ message, code: TRPC_ERROR_CODES_BY_KEY[trpc], data }) });
}
