import type { Site } from "../data/site.ts";

export function robots(site: Site): string {
  return `User-agent: *\nDisallow: /studio\n\nSitemap: ${site.absolute("/sitemap.xml")}\n`;
}
