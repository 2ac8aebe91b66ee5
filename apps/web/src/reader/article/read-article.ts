import type { Press } from "@letterpress/client";

/** An article with its author, `null` while not published, and those of its tags that are. */
export type Article = Awaited<ReturnType<typeof readArticle>>;

export function readArticle({ content }: Press, slug: string) {
  return content.article.get({ slug, include: { author: true, tags: true } });
}
