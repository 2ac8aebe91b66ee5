import type { Press } from "@letterpress/client";
import { hasTemplate } from "./has-template.ts";
import type { Site } from "./site.ts";

export interface NavigationLink {
  path: string;
  text: string;
}

/** What the masthead and the foot of every page link to. */
export interface Navigation {
  tags: NavigationLink[];
  pages: NavigationLink[];
}

const none = { items: [] };

/** The tags and pages that were there first: a publication's sections seldom are the latest additions. */
export function loadNavigation(site: Site): Promise<Navigation> {
  return site.parts.get("navigation", (press) => readNavigation(site, press));
}

async function readNavigation(site: Site, { content }: Press): Promise<Navigation> {
  const [tags, pages] = await Promise.all([
    hasTemplate(site, "tag")
      ? content.tag.list({ orderBy: "publishedAt", limit: 6, select: { path: true, name: true } })
      : none,
    hasTemplate(site, "page")
      ? content.page.list({
          orderBy: "publishedAt",
          limit: 8,
          select: { path: true, slug: true, title: true },
        })
      : none,
  ]);
  return {
    tags: tags.items.flatMap(({ path, name }) => (path === null ? [] : [{ path, text: name }])),
    // Imported pages may have no title. Their first words would do, but not at the price of reading all the texts.
    pages: pages.items.flatMap(({ path, slug, title }) =>
      path === null ? [] : [{ path, text: title.trim() || slug }],
    ),
  };
}
