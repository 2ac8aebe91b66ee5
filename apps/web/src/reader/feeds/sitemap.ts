import type { Page } from "@letterpress/client";
import { contentCalls } from "../data/content-calls.ts";
import type { Site } from "../data/site.ts";
import { escapeXml } from "./xml-text.ts";

/** What the protocol allows in one file. */
const urlsMax = 50_000;

interface SitemapUrl {
  path: string;
  updatedAt: Date | undefined;
}

/** Every page that should be found: the front page and each published entry that has one. */
export async function sitemap(site: Site): Promise<string> {
  const urls: SitemapUrl[] = [{ path: "/", updatedAt: undefined }];
  for (const { type } of site.info.pages) {
    for await (const url of pagesOf(site, type)) {
      if (urls.length === urlsMax) return toXml(site, urls);
      urls.push(url);
    }
  }
  return toXml(site, urls);
}

async function* pagesOf(site: Site, type: string): AsyncGenerator<SitemapUrl> {
  let cursor: string | null = null;
  do {
    const page: Page<{ path: string | null; updatedAt: Date }> = await contentCalls(site.press, type).list({
      limit: 100,
      select: { path: true, updatedAt: true },
      ...(cursor === null ? {} : { cursor }),
    });
    for (const { path, updatedAt } of page.items) if (path !== null) yield { path, updatedAt };
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function toXml(site: Site, urls: SitemapUrl[]): string {
  const lines = urls.map(({ path, updatedAt }) => {
    const lastmod = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : "";
    return `<url><loc>${escapeXml(site.absolute(path))}</loc>${lastmod}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("")}</urlset>\n`;
}
