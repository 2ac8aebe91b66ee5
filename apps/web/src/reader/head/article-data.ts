import type { Article } from "../article/read-article.ts";
import type { Site } from "../data/site.ts";
import { countWords } from "../format/count-words.ts";
import { titleOf } from "../format/title-of.ts";
import { personData } from "./person-data.ts";
import { publisher } from "./publisher.ts";
import { shareImage } from "./share-image.ts";

/** An article for machines. */
export function articleData(site: Site, article: Article, path: string, description: string): object {
  const { author, tags } = article;
  const { words, characters } = countWords(article.body);
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: titleOf(article),
    description,
    url: site.absolute(path),
    mainEntityOfPage: site.absolute(path),
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    inLanguage: site.info.locale,
    wordCount: words + characters,
    isAccessibleForFree: true,
    ...(article.cover ? { image: site.absolute(shareImage(article.cover).url) } : {}),
    ...(author ? { author: personData(site, author) } : {}),
    ...(tags.length > 0 ? { keywords: tags.map((tag) => tag.name) } : {}),
    publisher: publisher(site),
  };
}
