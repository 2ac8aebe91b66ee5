import { renderMarkdown } from "@letterpress/api/markdown/render-markdown";
import { contentModel } from "@letterpress/content/content-model";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import { articleDate, articleId, firstPublished, targetId } from "./article-place.ts";
import type { FilledEntry, Filling } from "./filling.ts";
import { proseOf } from "./prose.ts";
import { scattered } from "./scattered.ts";

const people = 20;
const tags = 200;
/** Rendering is what takes time, and articles may share it. */
const texts = 16;

/** Articles of this publication's own content types, whose answers have about 6.5 KB of JSON. */
export async function publicationFilling(): Promise<Filling> {
  const bodies: RenderedMarkdown[] = [];
  for (let text = 0; text < texts; text++) bodies.push(await renderMarkdown(proseOf(text)));
  const [bio] = bodies;
  if (!bio) throw new Error("There is no text.");

  const target = (type: "person" | "tag", index: number): FilledEntry => {
    const slug = `${type}-${index}`;
    const name = `${type === "person" ? "Author" : "Subject"} ${index}`;
    return {
      type: contentModel[type],
      id: targetId(slug),
      slug,
      title: name,
      fields: { name, ...(type === "person" ? { role: "Editor" } : { description: `All about ${name}.` }) },
      texts: new Map(),
      publishedAt: new Date(firstPublished),
    };
  };

  return {
    targets: [
      ...Array.from({ length: people }, (_, index) => target("person", index)),
      ...Array.from({ length: tags }, (_, index) => target("tag", index)),
    ],
    article(index) {
      const pick = (of: number, salt: number) => scattered(index * 8 + salt) % of;
      const title = articleTitle(index);
      const body = bodies[pick(texts, 0)] ?? bio;
      return {
        type: contentModel.article,
        id: articleId(index),
        slug: articleSlug(index),
        title,
        fields: {
          title,
          standfirst: `What came of a week with ${title}, and why it was worth the paper.`,
          body: body.source,
          author: targetId(`person-${pick(people, 1)}`),
          tags: [...new Set([2, 3, 4].map((salt) => targetId(`tag-${pick(tags, salt)}`)))],
          level: pick(2, 5) === 0 ? "beginner" : "advanced",
          featured: index % 100 === 0,
        },
        texts: new Map([["body", body]]),
        publishedAt: articleDate(index),
      };
    },
  };
}

export function articleSlug(index: number): string {
  return `article-${index}`;
}

/** No other article has it. */
export function articleTitle(index: number): string {
  return `Notes on ${scattered(index).toString(36)}`;
}
