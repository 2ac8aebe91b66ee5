import type { Prisma } from "@letterpress/db/generated/client";
import type { Plan, Reads } from "@letterpress/db/reads";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { type PlanNode, plansOf } from "@letterpress/db/testing/plans-of";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAppRouter } from "../../src/app-router.ts";
import type { ContentCalls } from "../../src/content/content-calls.ts";
import type { Deps } from "../../src/deps.ts";
import { contextOf, nobody } from "../test-api.ts";
import { fillPublished, plansModel } from "./fill-published.ts";

const count = 100_000;
/** What grows with the articles; nothing has a redirect here. */
const large = new Set(["published_entry", "facet"]);
/** Rows of a page at most: up to four walks, whose entries are put in order, give one each. */
const sortedMax = 4 * 101;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillPublished(database.db, count);
  await database.db.$executeRaw`VACUUM ANALYZE`;
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

type Content = { [Name in keyof typeof plansModel]: ContentCalls<typeof plansModel, Name> };

/** The one statement that a read sends. */
async function statementOf(read: (content: Content) => Promise<unknown>): Promise<Prisma.Sql> {
  const { statement } = await sentBy(read);
  return statement;
}

async function sentBy(read: (content: Content) => Promise<unknown>) {
  const statements: { statement: Prisma.Sql; plan: Plan | undefined }[] = [];
  const reads: Reads = {
    query: (statement, plan) => {
      statements.push({ statement, plan });
      return database.reads.query(statement, plan);
    },
    inSnapshot: (fn) => fn(reads),
  };
  const deps = { model: plansModel, reads } as unknown as Deps;
  await read(createAppRouter(plansModel).createCaller(contextOf(deps, nobody)).content as unknown as Content);
  const [sent, ...others] = statements;
  if (!sent || others.length > 0) throw new Error(`The read sent ${statements.length} statements.`);
  return sent;
}

async function faultsOf(statement: Prisma.Sql): Promise<string[]> {
  const plans = Object.entries(await plansOf(database.url, statement));
  return plans.flatMap(([kind, nodes]) =>
    nodes.flatMap(faultsIn).map((fault) => `The ${kind} plan ${fault}.`),
  );
}

function faultsIn(node: PlanNode): string[] {
  const table = node["Relation Name"];
  if (node["Node Type"] === "Seq Scan" && large.has(table ?? "")) return [`reads all of ${table}`];
  const sorted = node["Node Type"].includes("Sort") ? (node.Plans?.[0]?.["Plan Rows"] ?? 0) : 0;
  return sorted > sortedMax ? [`sorts ${sorted} rows`] : [];
}

const include = { author: true, tags: true } as const;
const backlinks = { "article.author": { limit: 10, include: { tags: true } } } as const;
const someIds = ["0198c6a0-0000-7000-8000-000000000001", "0198c6a0-0000-7000-8000-000000000002"];
const reads: [string, (content: Content) => Promise<unknown>][] = [
  ["an article by its slug", ({ article }) => article.get({ slug: "article-77" })],
  ["an article with author and tags", ({ article }) => article.get({ slug: "article-77", include })],
  ["ten articles with author and tags", ({ article }) => article.list({ limit: 10, include })],
  ["a hundred articles", ({ article }) => article.list({ limit: 100 })],
  ["articles of a common tag", ({ article }) => article.list({ where: { tags: "tag-1" }, include })],
  ["articles of a rare tag", ({ article }) => article.list({ where: { tags: "tag-9" }, include })],
  [
    "articles of a tag and a level",
    ({ article }) => article.list({ where: { tags: "tag-1", level: "beginner" } }),
  ],
  [
    "articles of a tag but for some",
    ({ article }) => article.list({ where: { tags: "tag-1", not: { id: { in: someIds } } }, include }),
  ],
  ["articles but for some", ({ article }) => article.list({ where: { not: { id: { in: someIds } } } })],
  ["the first articles", ({ article }) => article.list({ orderBy: "publishedAt" })],
  ["articles by a field", ({ article }) => article.list({ orderBy: "price", include })],
  [
    "articles of a range by its field",
    ({ article }) => article.list({ where: { price: { gte: 5 } }, orderBy: "-price" }),
  ],
  [
    "articles of a tag by a field",
    ({ article }) => article.list({ where: { tags: "tag-1" }, orderBy: "price" }),
  ],
  ["articles by update", ({ article }) => article.list({ orderBy: "-updatedAt" })],
  ["what an author has written", ({ person }) => person.get({ slug: "person-3", include: backlinks })],
  ["what all authors have written", ({ person }) => person.list({ include: backlinks })],
];

describe(`with ${count} articles, no plan reads all of a table or sorts more than a page, for`, () => {
  test.each(reads)("%s", async (_what, read) => {
    expect(await faultsOf(await statementOf(read))).toEqual([]);
  });

  test.each(["-publishedAt", "-updatedAt", "price"] as const)(
    "a page far into the order of %s",
    async (orderBy) => {
      const statement = await statementOf(async ({ article }) => {
        const { nextCursor } = await readFirst(orderBy);
        return article.list({ orderBy, cursor: nextCursor ?? "", include });
      });
      expect(await faultsOf(statement)).toEqual([]);
    },
  );
});

const not = { id: { in: someIds } };
test.each<[string, Plan, (content: Content) => Promise<unknown>]>([
  [
    "what pages of the reader site show after an article",
    "kept",
    ({ article }) => article.list({ where: { tags: "tag-1", not } }),
  ],
  ["all but some", "kept", ({ article }) => article.list({ where: { not } })],
  [
    "what has no certain value",
    "fresh",
    ({ article }) => article.list({ where: { not: { tags: "tag-1" } } }),
  ],
  [
    "two certain values",
    "fresh",
    ({ article }) => article.list({ where: { tags: "tag-1", level: "beginner" } }),
  ],
])("the plan of a list of %s is %s", async (_what, plan, read) => {
  expect((await sentBy(read)).plan).toBe(plan);
});

async function readFirst(orderBy: "-publishedAt" | "-updatedAt" | "price") {
  const deps = { model: plansModel, reads: database.reads as Reads } as unknown as Deps;
  const content = createAppRouter(plansModel).createCaller(contextOf(deps, nobody))
    .content as unknown as Content;
  return content.article.list({ orderBy, limit: 100 });
}
