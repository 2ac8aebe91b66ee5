import type { IncomingMessage, ServerResponse } from "node:http";
import type { Invalidation } from "@letterpress/api/invalidation/invalidation";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { KeptParts } from "../pages/kept-parts.ts";
import { asksPlainly } from "../thin-route/asks-plainly.ts";
import { Answer } from "./answer.ts";
import { withAssetSources } from "./asset-sources.ts";
import { type CdnKind, cdnHeaders } from "./cdn-headers.ts";
import type { Finished } from "./finished.ts";
import { isAnonymous } from "./is-anonymous.ts";
import { responseCache } from "./response-cache.ts";
import { sendAnswer, writeAnswer } from "./send-answer.ts";
import { sharedHeaders } from "./shared-headers.ts";

/** Answers public reads from memory, as long as it is certain that nothing in it is out of date. */
export interface ReadCache {
  /**
   * Answers a request whose answer is kept, or is being made for somebody else; all others it leaves to `otherwise`.
   * Comes before everything else, so that neither takes a place from others.
   */
  answer(req: IncomingMessage, res: ServerResponse, otherwise: () => void): void;
  /**
   * The answer for what `key` names, which `make` makes where it is not kept. `make` must know nothing of the request
   * that the key does not say: its answer is for all who ask for the same. Throws what `make` throws.
   */
  get(req: IncomingMessage, key: string, make: () => Promise<Finished>): Promise<Answer>;
  /** Answers a request so. */
  respond(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Promise<Finished>,
  ): Promise<FastifyReply>;
}

interface ReadCacheOptions {
  invalidation: Invalidation;
  maxBytes: number;
  /** What stands in front and is told what to drop. */
  cdn: CdnKind | undefined;
  /** What else is kept by the same keys. */
  parts: KeptParts;
}

export function readCache({ invalidation, maxBytes, cdn, parts }: ReadCacheOptions): ReadCache {
  const cache = responseCache({ maxBytes });
  invalidation.start((keys) => {
    parts.drop(keys);
    cache.drop(keys);
  });

  /** An answer of this moment alone stays as it is. A CDN that will be told of changes need not ask for them. */
  async function finish(make: () => Promise<Finished>): Promise<Finished> {
    const finished = await make();
    if (finished.status !== 200 || finished.sources === null) return finished;
    const sources = withAssetSources(finished.sources, finished.body);
    const headers = sharedHeaders(finished.headers);
    return { ...finished, headers, sources, ...(cdn && { forCdn: cdnHeaders(cdn, sources) }) };
  }

  async function get({ headers, url = "" }: IncomingMessage, key: string, make: () => Promise<Finished>) {
    if (isAnonymous(headers) && invalidation.isCurrent) return cache.get(key, url, () => finish(make));
    return new Answer(await finish(make));
  }

  return {
    answer(req, res, otherwise) {
      const answer = mayBeShared(req) ? cache.atAddress(req.url ?? "") : undefined;
      if (!answer || !invalidation.isCurrent) return otherwise();
      if (!(answer instanceof Promise)) return writeAnswer(answer, req, res);
      // An error is told to each by itself.
      answer.then((made) => (made.status === 200 ? writeAnswer(made, req, res) : otherwise()), otherwise);
    },
    get,
    async respond(request, reply, key, make) {
      return sendAnswer(await get(request.raw, key, make), request, reply);
    },
  };
}

function mayBeShared(req: IncomingMessage): boolean {
  const { method, url = "", headers } = req;
  if ((method !== "GET" && method !== "HEAD") || !isAnonymous(headers)) return false;
  return !url.startsWith("/trpc/") || asksPlainly(req);
}
