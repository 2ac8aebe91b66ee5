import { encodeListCursor } from "@letterpress/api/content/list-cursor";
import { articleDate, articleId } from "../fill/article-place.ts";
import { articleSlug, articleTitle } from "../fill/publication-filling.ts";

/** An address, and a text that is in its answer alone. */
export interface Read {
  path: string;
  contains: string;
}

/** The article, by its slug. */
export function getArticle(index: number, more: object = {}): Read {
  const slug = articleSlug(index);
  return { path: query("content.article.get", { slug, ...more }), contains: `"${slug}"` };
}

/** The ten articles before this one. */
export function listArticles(index: number, more: object = {}): Read {
  const place = { value: null, at: articleDate(index), entryId: articleId(index) };
  const cursor = encodeListCursor(place, "-publishedAt");
  return {
    path: query("content.article.list", { cursor, limit: 10, ...more }),
    contains: `"${articleSlug(index - 1)}"`,
  };
}

/** The article's page. */
export function articlePage(index: number): Read {
  return { path: `/${articleSlug(index)}`, contains: articleTitle(index) };
}

/** The entries that an editor finds by the article's title. */
export function searchArticles(index: number): Read {
  const title = articleTitle(index);
  return { path: query("entries.article.list", { search: title, limit: 10 }), contains: `"${title}"` };
}

function query(procedure: string, input: object): string {
  return `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
}
