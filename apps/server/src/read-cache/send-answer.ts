import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { matchesEtag } from "../matches-etag.ts";
import { retryAfterSeconds } from "../plugins/retry-after.ts";
import { securityHeadersOf } from "../plugins/security-headers.ts";
import type { Answer } from "./answer.ts";
import { encodingFor } from "./encodings.ts";
import { withRest } from "./page-address.ts";
import type { Variant } from "./variant.ts";

/** Sends a kept answer without Fastify: this is what most requests come to. */
export function writeAnswer(answer: Answer, req: IncomingMessage, res: ServerResponse): void {
  const encoding = encodingOf(req.headers, answer);
  const variant = answer.made(encoding);
  if (variant) write(variant, req, res);
  else void answer.make(encoding).then((made) => write(made, req, res));
}

function write(variant: Variant, { headers, method }: IncomingMessage, res: ServerResponse): void {
  if (matchesEtag(headers["if-none-match"], variant.etag)) {
    res.writeHead(304, variant.headUnchanged);
    res.end();
    return;
  }
  res.writeHead(200, variant.head);
  res.end(method === "HEAD" ? undefined : variant.body);
}

/** Sends an answer that was made for this request, without Fastify, but with the headers that it would have. */
export async function writeMade(
  answer: Answer,
  { headers }: IncomingMessage,
  res: ServerResponse,
  requestId: string,
): Promise<void> {
  const { status, plain } = answer;
  const common = securityHeadersOf(requestId);
  if (status !== 200) {
    const again = status === 503 ? { "retry-after": retryAfterSeconds } : {};
    res.writeHead(status, { ...common, ...answer.headers, ...again, "content-length": plain.body.length });
    res.end(plain.body);
    return;
  }
  const encoding = encodingOf(headers, answer);
  const variant = answer.made(encoding) ?? (await answer.make(encoding));
  const isKnown = matchesEtag(headers["if-none-match"], variant.etag);
  res.writeHead(
    isKnown ? 304 : 200,
    Object.assign(common, isKnown ? variant.headersUnchanged() : variant.headers()),
  );
  res.end(isKnown ? undefined : variant.body);
}

/** Sends an answer that was made for this request, or for others who asked at the same time. */
export async function sendAnswer(
  answer: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { status, plain, keepsQuery } = answer;
  if (status !== 200) {
    const { location } = answer.headers;
    const whole = keepsQuery && location !== undefined ? { location: withRest(location, request.url) } : {};
    // Nobody keeps it, so nobody asks whether it has changed.
    return reply
      .code(status)
      .headers({ ...answer.headers, ...whole })
      .send(plain.body);
  }
  const { headers } = request;
  const variant = await answer.make(encodingOf(headers, answer));
  if (matchesEtag(headers["if-none-match"], variant.etag))
    return reply.headers(variant.headersUnchanged()).code(304).send();
  return reply.headers(variant.headers()).send(variant.body);
}

function encodingOf(headers: IncomingHttpHeaders, { plain }: Answer) {
  return encodingFor(headers["accept-encoding"] as string | undefined, plain.body.length);
}
