import type { Press } from "@letterpress/client";
import type { PageEntry, Tag } from "./entries.ts";

/** What the masthead and the foot of every page link to. */
export interface Navigation {
  tags: Tag[];
  pages: PageEntry[];
}

/** The tags and pages that were there first: a publication's sections seldom are the latest additions. */
export async function loadNavigation({ content }: Press): Promise<Navigation> {
  const [tags, pages] = await Promise.all([
    content.tag.list({ orderBy: "publishedAt", limit: 6 }),
    content.page.list({ orderBy: "publishedAt", limit: 8 }),
  ]);
  const hasPage = ({ path }: { path: string | null }) => path !== null;
  return { tags: tags.items.filter(hasPage), pages: pages.items.filter(hasPage) };
}
