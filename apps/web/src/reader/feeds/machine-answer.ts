import { hasArticles } from "../data/has-template.ts";
import type { Site } from "../data/site.ts";
import type { ReaderResponse } from "../reader-request.ts";
import { buildFeed } from "./build-feed.ts";
import { feeds } from "./feed-addresses.ts";
import { robots } from "./robots.ts";
import { sitemap } from "./sitemap.ts";

/** What programs fetch. `null` where the path is none of theirs. */
export function machineAnswer(site: Site, path: string): (() => Promise<ReaderResponse>) | null {
  const feed = feeds.find(({ address }) => address === path);
  if (feed && hasArticles(site))
    return async () => {
      const { body, lastModified } = await buildFeed(site, feed.name);
      return answer(`${feed.mimeType}; charset=utf-8`, body, lastModified);
    };
  if (path === "/sitemap.xml")
    return async () => answer("application/xml; charset=utf-8", await sitemap(site));
  if (path === "/robots.txt") return async () => answer("text/plain; charset=utf-8", robots(site));
  return null;
}

function answer(contentType: string, body: string, lastModified?: Date): ReaderResponse {
  return { status: 200, contentType, body, ...(lastModified ? { lastModified } : {}) };
}
