import { articleDate, articleId, firstPublished, targetId } from "../fill/article-place.ts";
import type { FilledEntry, Filling } from "../fill/filling.ts";
import { scattered } from "../fill/scattered.ts";
import { benchModel } from "./bench-model.ts";

/** People and tags at every size, so that a page includes the same. */
const people = 20;
const plainTags = 200;

/** Tags of few articles: a ten-thousandth of them, but enough for a page. Their slugs. */
export const rareTags = ["rare", "seldom"];
const rareMin = 20;

/** Short articles of {@link benchModel}, for what reads cost at size. */
export const benchFilling: Filling = { targets: targets(), article };

function targets(): FilledEntry[] {
  const names = ["common", ...rareTags, ...Array.from({ length: plainTags }, (_, index) => `tag-${index}`)];
  const entries = [
    ...Array.from({ length: people }, (_, index) => [benchModel.person, `person-${index}`] as const),
    ...names.map((name) => [benchModel.tag, name] as const),
  ];
  return entries.map(([type, name]) => ({
    type,
    id: targetId(name),
    slug: name,
    title: name,
    fields: { name },
    texts: new Map(),
    publishedAt: new Date(firstPublished),
  }));
}

function article(index: number, total: number): FilledEntry {
  const pick = (of: number, salt: number) => scattered(index * 8 + salt) % of;
  const rareEvery = Math.floor(total / Math.max(total / 10_000, rareMin));
  const tags = new Set([
    ...(index % 10 === 0 ? ["common"] : []),
    ...rareTags.filter((_, nth) => index % rareEvery === nth + 1),
    `tag-${pick(plainTags, 0)}`,
    `tag-${pick(plainTags, 1)}`,
  ]);
  const slug = `article-${index}`;
  const title = `Notes on ${scattered(index).toString(36)}`;
  const level = pick(10, 2) === 0 ? undefined : pick(2, 3) === 0 ? "beginner" : "advanced";
  const body = `${title}. `.repeat(8);
  const fields = {
    title,
    price: pick(100_000, 4) / 100,
    ...(level === undefined ? {} : { level }),
    author: targetId(`person-${pick(people, 5)}`),
    tags: [...tags].map(targetId),
    body,
  };
  return {
    type: benchModel.article,
    id: articleId(index),
    slug,
    title,
    fields,
    texts: new Map([["body", { source: body, html: `<p>${body}</p>`, text: body, toc: [] }]]),
    publishedAt: articleDate(index),
  };
}
