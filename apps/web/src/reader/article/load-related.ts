import type { Press } from "@letterpress/client";
import type { Article } from "../data/entries.ts";
import { type Story, toStories } from "../data/list-stories.ts";

/** One row of cards. */
const count = 3;

/** What to read next: the newest articles with the same first tag, then the newest of all. */
export async function loadRelated(press: Press, article: Article): Promise<Story[]> {
  const seen = new Set([article.id]);
  const related: Article[] = [];
  const add = async (where?: { tags: string }) => {
    const { items } = await press.content.article.list({ where, limit: count + related.length + 1 });
    for (const item of items) {
      if (related.length === count || seen.has(item.id)) continue;
      seen.add(item.id);
      related.push(item);
    }
  };
  const [tag] = article.tags;
  if (tag) await add({ tags: tag.id });
  if (related.length < count) await add();
  return toStories(press, related);
}
