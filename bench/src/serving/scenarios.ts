import { articlePage, getArticle, listArticles, type Read, searchArticles } from "./article-paths.ts";
import type { FloorName } from "./floors/start-floor.ts";

/** A kind of read, asked for by 32 connections at once. */
export interface Scenario {
  name: string;
  headers: Record<string, string>;
  reads: Read[];
  /** No address is asked for twice, so that no answer can have been kept. */
  uncached: boolean;
  /** Beside the bare one. */
  floors: FloorName[];
  /** Of the requests that the bare floor answers in a second; undefined where there is no budget. */
  shareMin: number | undefined;
}

const includes = { include: { author: true, tags: true } };

/** Each about so many articles that no two of them ask for the same address. */
export function scenarios(articles: number, apiKey: string): Scenario[] {
  const each = (read: (index: number) => Read) =>
    Array.from({ length: articles - 100 }, (_, index) => read(100 + index));
  const cached = (
    name: string,
    read: Read,
    headers: Record<string, string> = {},
    floors: FloorName[] = [],
  ) => ({
    name: `${name}, cached${headers["accept-encoding"] ? ", brotli" : ""}`,
    headers,
    reads: [read],
    uncached: false,
    floors,
    shareMin: 0.6,
  });
  const uncached = (name: string, shareMin: number | undefined, reads: Read[], floors: FloorName[] = []) => ({
    name: `${name}, uncached`,
    headers: {},
    reads,
    uncached: true,
    floors,
    shareMin,
  });
  const br = { "accept-encoding": "br" };
  return [
    cached("article by slug", getArticle(50), {}, ["fastify"]),
    cached("article by slug", getArticle(50), br),
    cached("list of 10", listArticles(50)),
    cached("list of 10", listArticles(50), br),
    cached("HTML page", articlePage(50)),
    cached("HTML page", articlePage(50), br),
    uncached(
      "article by slug",
      undefined,
      each((index) => getArticle(index)),
    ),
    uncached(
      "article with author and tags",
      0.05,
      each((index) => getArticle(index, includes)),
      ["trpc"],
    ),
    uncached(
      "list of 10 with author and tags",
      0.04,
      each((index) => listArticles(index, includes)),
    ),
    uncached("HTML page", 0.03, each(articlePage)),
    {
      ...uncached("Studio's search of 10 by title", undefined, each(searchArticles)),
      headers: { authorization: `Bearer ${apiKey}` },
    },
  ];
}
