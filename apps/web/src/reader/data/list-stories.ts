import type { Press } from "@letterpress/client";
import type { Article, Person, Tag } from "./entries.ts";
import { isBadInput } from "./is-bad-input.ts";
import { listByIds } from "./list-by-ids.ts";

/** An article with the entries it points at. Those that are not published are left out. */
export interface Story {
  article: Article;
  author: Person | undefined;
  tags: Tag[];
}

export interface StoryPage {
  stories: Story[];
  /** `null` on the last page. */
  nextCursor: string | null;
}

type ArticleQuery = Extract<Parameters<Press["content"]["article"]["list"]>[0], object>;

/** A page of articles, newest first, or `null` where the cursor is not one of this list. */
export async function listStories(press: Press, query: ArticleQuery): Promise<StoryPage | null> {
  try {
    const { items, nextCursor } = await press.content.article.list(query);
    return { stories: await toStories(press, items), nextCursor };
  } catch (error) {
    if (query.cursor !== undefined && isBadInput(error)) return null;
    throw error;
  }
}

/** Finds authors and tags of all these articles in one call per type. */
export async function toStories({ content }: Press, articles: Article[]): Promise<Story[]> {
  const [people, tags] = await Promise.all([
    listByIds(
      content.person.list,
      articles.map(({ author }) => author.id),
    ),
    listByIds(
      content.tag.list,
      articles.flatMap((article) => article.tags.map(({ id }) => id)),
    ),
  ]);
  return articles.map((article) => ({
    article,
    author: people.get(article.author.id),
    tags: article.tags.flatMap(({ id }) => tags.get(id) ?? []),
  }));
}
