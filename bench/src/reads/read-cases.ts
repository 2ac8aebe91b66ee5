import type { ArticleReads, Query } from "./bench-caller.ts";

/** Prepares a read of a database with so many articles. Each call of what it returns is one run. */
export type ReadCase = (reads: ArticleReads, articles: number) => Promise<() => Promise<unknown>>;

const pageSize = 20;
const deepPage = 1_000;

/** What the budget is about: each at most three times what it takes at the smallest size. */
export const budgeted: Record<string, ReadCase> = {
  "get by slug": async (reads, articles) => {
    let run = 0;
    return () => reads.get({ slug: `article-${(run++ * 7_919) % articles}` });
  },
  "first page": list({}),
  "page 1,000": async (reads, articles) => {
    const pages = Math.min(deepPage, articles / pageSize) - 1;
    const cursor = await walk(reads, pages * pageSize);
    return () => reads.list({ cursor });
  },
  "tag of 10 %": list({ where: { tags: "common" } }),
  "tag of 0.01 %": list({ where: { tags: "rare" } }),
  "by price": list({ orderBy: "price" }),
  "by price, in the middle": async (reads) => {
    const { nextCursor } = await reads.list({ where: { price: { gte: 500 } }, orderBy: "price", limit: 1 });
    return () => reads.list({ orderBy: "price", cursor: nextCursor ?? "" });
  },
  "price from 400 to 500, by price": list({ where: { price: { gte: 400, lt: 500 } }, orderBy: "price" }),
  "tag and level": list({ where: { tags: "common", level: "advanced" } }),
  "tag or level": list({ where: { or: [{ tags: "common" }, { level: "advanced" }] } }),
  "with author and tags": list({ include: { author: true, tags: true } }),
};

/** What has few answers far from the start of the order, and so is hard to plan. */
export const hard: Record<string, ReadCase> = {
  "either of two rare tags": list({ where: { or: [{ tags: "rare" }, { tags: "seldom" }] } }),
  "in of two rare tags": list({ where: { tags: { in: ["rare", "seldom"] } } }),
  "both of two rare tags": list({ where: { and: [{ tags: "rare" }, { tags: "seldom" }] } }),
  "tag of 10 %, by price": list({ where: { tags: "common" }, orderBy: "price" }),
  "tag of 10 %, by update": list({ where: { tags: "common" }, orderBy: "-updatedAt" }),
  "tag of 10 % and half the prices": list({ where: { tags: "common", price: { gte: 500 } } }),
  "rare tag, by price": list({ where: { tags: "rare" }, orderBy: "price" }),
  "rare tag and price": list({ where: { price: { gte: 500 }, tags: "rare" } }),
  "price from 1 to 1.02, by date": list({ where: { price: { gte: 1, lt: 1.02 } } }),
  "tags without one of 10 %": list({ where: { not: { tags: "common" } } }),
  "no level": list({ where: { level: { exists: false } } }),
};

/** What has to look at everything that it counts. */
export const counting: Record<string, ReadCase> = {
  "tag of 0.01 %, counted": list({ where: { tags: "rare" }, count: true, limit: 1 }),
  "tag of 10 %, counted": list({ where: { tags: "common" }, count: true, limit: 1 }),
  "tag and level, counted": list({ where: { tags: "common", level: "advanced" }, count: true, limit: 1 }),
};

function list(query: Query): ReadCase {
  return async (reads) => () => reads.list(query);
}

/** The cursor behind so many articles. */
async function walk(reads: ArticleReads, articles: number): Promise<string> {
  let cursor: string | null = null;
  for (let left = articles; left > 0; left -= 100) {
    const query: Query = {
      limit: Math.min(left, 100),
      select: { slug: true },
      ...(cursor ? { cursor } : {}),
    };
    ({ nextCursor: cursor } = await reads.list(query));
  }
  if (cursor === null) throw new Error(`There are no ${articles} articles to walk past.`);
  return cursor;
}
