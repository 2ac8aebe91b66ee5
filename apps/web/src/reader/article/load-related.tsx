import type { Press } from "@letterpress/client";
import { renderToStaticMarkup } from "react-dom/server";
import type { Site } from "../data/site.ts";
import { storyRead } from "../data/story.ts";
import { StoryCard } from "../lists/story-card.tsx";
import type { Article } from "./read-article.ts";

/** One row of cards. */
const count = 3;

/** A card, as text: many articles show the same. */
interface Card {
  id: string;
  html: string;
}

/** What to read next: the newest articles with the same first tag, then the newest of all. */
export async function loadRelated(site: Site, article: Article): Promise<Card[]> {
  const [tag] = article.tags;
  const tagged = tag ? await newest(site, tag.id) : [];
  const related = tagged.filter(({ id }) => id !== article.id).slice(0, count);
  if (related.length === count) return related;
  const seen = new Set([article, ...related].map(({ id }) => id));
  const others = (await newest(site)).filter(({ id }) => !seen.has(id));
  return [...related, ...others].slice(0, count);
}

/** The newest articles with a tag, or of all, and one more: an article is not related to itself. */
function newest({ parts, info }: Site, tags?: string): Promise<Card[]> {
  return parts.get(`newest ${tags ?? ""}`, async ({ content }: Press) => {
    const where = tags === undefined ? {} : { tags };
    const { items } = await content.article.list({ where, limit: count + 1, ...storyRead });
    return items.map((story) => ({
      id: story.id,
      html: renderToStaticMarkup(<StoryCard story={story} locale={info.locale} level={3} />),
    }));
  });
}
