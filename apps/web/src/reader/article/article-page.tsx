import { lastPublished } from "../data/last-published.ts";
import type { Site } from "../data/site.ts";
import { excerpt } from "../format/excerpt.ts";
import { titleOf } from "../format/title-of.ts";
import { articleData } from "../head/article-data.ts";
import { breadcrumbs } from "../head/breadcrumbs.ts";
import type { PageView } from "../page/page-view.ts";
import { ArticleView } from "./article-view.tsx";
import { loadRelated } from "./load-related.tsx";
import type { Article } from "./read-article.ts";

/** An article with its author, its tags, and what to read after it. */
export async function articlePage(site: Site, article: Article, path: string): Promise<PageView> {
  const related = await loadRelated(site, article);
  const { author, tags } = article;
  const title = titleOf(article);
  const description = excerpt(article.standfirst ?? article.body.text, 200);
  const [tag] = tags;
  return {
    status: 200,
    address: path,
    title,
    description,
    indexed: true,
    kind: "article",
    firstScreen: "article",
    image: article.cover,
    properties: [
      ["article:published_time", article.publishedAt.toISOString()],
      ["article:modified_time", article.updatedAt.toISOString()],
      ...(author?.path ? [["article:author", site.absolute(author.path)] as [string, string]] : []),
      ...tags.map(({ name }) => ["article:tag", name] as [string, string]),
    ],
    jsonLd: [
      articleData(site, article, path, description),
      breadcrumbs(site, [...(tag?.path ? [{ name: tag.name, path: tag.path }] : []), { name: title, path }]),
    ],
    lastModified: lastPublished([article, author, ...tags]),
    main: <ArticleView site={site} article={article} related={related.map(({ html }) => html).join("")} />,
  };
}
