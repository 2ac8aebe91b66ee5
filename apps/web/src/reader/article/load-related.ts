import type { Press } from "@letterpress/client";
import { type Story, storyRead } from "../data/story.ts";
import type { Article } from "./read-article.ts";

/** One row of cards. */
const count = 3;

/** What to read next: the newest articles with the same first tag, then the newest of all. */
export async function loadRelated({ content }: Press, article: Article): Promise<Story[]> {
  const related: Story[] = [];
  const fill = async (where: { tags?: string }) => {
    const seen = [article, ...related].map(({ id }) => id);
    const { items } = await content.article.list({
      where: { ...where, not: { id: { in: seen } } },
      limit: count - related.length,
      ...storyRead,
    });
    related.push(...items);
  };
  const [tag] = article.tags;
  if (tag) await fill({ tags: tag.id });
  if (related.length < count) await fill({});
  return related;
}
