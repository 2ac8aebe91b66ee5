import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Answer } from "../read-cache/answer.ts";
import { isAnonymous } from "../read-cache/is-anonymous.ts";
import { pageAddress } from "../read-cache/page-address.ts";
import type { ReadCache } from "../read-cache/read-cache.ts";
import { writeMade } from "../read-cache/send-answer.ts";
import type { StraightRoute } from "../thin-route/straight-route.ts";
import type { PageMaker } from "./page-maker.ts";

/** What became of a page that is left to Fastify after it was made. */
export type PagesMade = WeakMap<IncomingMessage, Promise<Answer>>;

interface StraightPagesOptions {
  makePage: PageMaker;
  cache: ReadCache;
  publicUrl: string;
  made: PagesMade;
}

/** Paths that look like those of entries, and begin as none of the server's own do. */
const plainPath =
  /^\/(?!(?:assets|healthz|media|metrics|preview|readyz|studio|trpc|uploads)(?:[/?]|$))(?:[\p{Ll}\p{N}-]+(?:\/[\p{Ll}\p{N}-]+)*)?(?:\?|$)/u;

/**
 * Answers who asks for a page as nobody in particular, with the headers that it would have through Fastify. What is not
 * the page that was asked for, a redirect or an error, Fastify sends, without making it again.
 */
export function straightPages({ makePage, cache, publicUrl, made }: StraightPagesOptions): StraightRoute {
  return (req, res, otherwise) => {
    const { method, url = "", headers } = req;
    const isPlain = method === "GET" && plainPath.test(url) && isAnonymous(headers);
    const address = isPlain ? pageAddress(url, publicUrl) : null;
    if (address === null) return otherwise();
    const requestId = randomUUID();
    const answer = cache.get(req, `page ${address}`, () => makePage(address, requestId));
    const leave = () => {
      made.set(req, answer);
      otherwise();
    };
    answer.then(
      (finished) =>
        finished.status === 200
          ? writeMade(finished, req, res, requestId).catch(() => res.destroy())
          : leave(),
      leave,
    );
  };
}
