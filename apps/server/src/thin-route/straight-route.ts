import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { TRPCError } from "@trpc/server";
import type { Caller } from "../outside-context.ts";
import { isAnonymous } from "../read-cache/is-anonymous.ts";
import type { ReadCache } from "../read-cache/read-cache.ts";
import { writeMade } from "../read-cache/send-answer.ts";
import { askedKey } from "./asked-key.ts";
import type { AskedQuery } from "./asked-query.ts";
import { asksPlainly } from "./asks-plainly.ts";
import type { ThinRoute } from "./thin-route.ts";

interface StraightRouteOptions {
  thin: ThinRoute;
  cache: ReadCache;
  /** Told of every error that is answered. */
  onError(error: TRPCError, path: string): void;
}

/** Answers a request, or leaves it to `otherwise`. */
export type StraightRoute = (req: IncomingMessage, res: ServerResponse, otherwise: () => void) => void;

const nobody: Caller = { actor: { kind: "nobody" }, session: { token: null, set() {}, clear() {} } };
/** Others may wait for the same answer: it is made to its end. */
const { signal } = new AbortController();

/**
 * Answers a query for everybody that nobody in particular asks for by itself, with the headers that it would have
 * through Fastify, which would take as long as the query itself.
 */
export function straightRoute({ thin, cache, onError }: StraightRouteOptions): StraightRoute {
  async function answer(asked: AskedQuery, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    // Queries for everybody look at nobody's address.
    const request = { requestId, clientAddress: "", signal, onError };
    const made = await cache.get(req, askedKey(asked), () => thin.answer(asked, nobody, request));
    await writeMade(made, req, res, requestId);
  }

  return (req, res, otherwise) => {
    const asked = asksPlainly(req) && isAnonymous(req.headers) ? thin.read(req.url ?? "") : null;
    if (asked === null || !thin.isShared(asked)) return otherwise();
    // What fails beside the query, Fastify answers in its own form.
    answer(asked, req, res).catch(otherwise);
  };
}
