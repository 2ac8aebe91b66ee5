import { createHash } from "node:crypto";
import type { ContentType } from "@letterpress/model/content-type";
import { benchModel } from "./bench-model.ts";

/** An entry as it was saved, and when it was published. */
export interface BenchEntry {
  type: ContentType;
  id: string;
  slug: string;
  title: string;
  fields: Record<string, unknown>;
  publishedAt: Date;
}

/** People and tags at every size, so that a page includes the same. */
const people = 20;
const plainTags = 200;

/** Tags of few articles: a ten-thousandth of them, but enough for a page. Their slugs. */
export const rareTags = ["rare", "seldom"];
const rareMin = 20;

const start = Date.UTC(2020, 0);

/** What articles refer to. */
export function benchTargets(): BenchEntry[] {
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
    publishedAt: new Date(start),
  }));
}

/** One of `total` articles: each time the same. The later its index, the later it was published. */
export function benchArticle(index: number, total: number): BenchEntry {
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
  const fields = {
    title,
    price: pick(100_000, 4) / 100,
    ...(level === undefined ? {} : { level }),
    author: targetId(`person-${pick(people, 5)}`),
    tags: [...tags].map(targetId),
    body: `${title}. `.repeat(8),
  };
  const hex = index.toString(16).padStart(12, "0");
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`;
  const publishedAt = new Date(start + (index + 1) * 60_000);
  return { type: benchModel.article, id, slug, title, fields, publishedAt };
}

function targetId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-${hex.slice(12, 24)}`;
}

/** 32 bits that look like chance, and are the same each time. */
function scattered(number: number): number {
  let bits = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
