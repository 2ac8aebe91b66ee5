import type { Db } from "@letterpress/db/create-db";
import {
  defineContentModel,
  defineType,
  markdown,
  number,
  reference,
  references,
  select,
  text,
} from "@letterpress/model";

export const plansModel = defineContentModel([
  defineType("article", {
    path: "/:slug",
    fields: {
      title: text({ max: 160 }),
      price: number(),
      level: select(["beginner", "advanced"]).optional(),
      author: reference("person"),
      tags: references("tag"),
      body: markdown(),
    },
  }),
  defineType("person", { fields: { name: text(), home: reference("tag").optional() } }),
  defineType("tag", { fields: { name: text() } }),
]);

/** `article-1`, `person-1` and so on have the ids that end in their numbers. */
const idSql = (kind: number, number: string) =>
  `('00000000-0000-7000-800${kind}-' || lpad((${number})::text, 12, '0'))::uuid`;

const published = (type: string, kind: number, count: number, fields: string) => `
  INSERT INTO published_entry (entry_id, type, locale, slug, title, version, schema_version, fields, published_at, updated_at)
  SELECT ${idSql(kind, "n")}, '${type}', 'main', '${type}-' || n, '${type} ' || n, 1, 1, ${fields},
    timestamptz '2000-01-01Z' + n * interval '1 minute', timestamptz '2020-01-01Z' + (n * 7919 % ${count}) * interval '1 minute'
  FROM generate_series(1, ${count}) n`;

const facets = (field: string, value: string, count: number) => `
  INSERT INTO facet (entry_id, type, locale, field, value, published_at)
  SELECT ${idSql(1, "n")}, 'article', 'main', '${field}', ${value}, timestamptz '2000-01-01Z' + n * interval '1 minute'
  FROM generate_series(1, ${count}) n`;

/** Writes so many published articles by SQL, as publishing would: 20 people, and 200 tags, the first of every tenth. */
export async function fillPublished(db: Db, count: number): Promise<void> {
  const [author, common, tag] = [idSql(2, "1 + n % 20"), idSql(3, "1"), idSql(3, "2 + n * 31 % 199")];
  const tagsOf = `CASE WHEN n % 10 = 0 THEN jsonb_build_array(jsonb_build_object('type', 'tag', 'id', ${common})) ELSE '[]' END
    || jsonb_build_object('type', 'tag', 'id', ${tag})`;
  const article = `jsonb_build_object('title', 'Article ' || n, 'price', n % 1000, 'level', 'advanced', 'tags', ${tagsOf},
    'author', jsonb_build_object('type', 'person', 'id', ${author}))`;
  const statements = [
    // Nothing has an entry, which nothing here asks for.
    "SET LOCAL session_replication_role = replica",
    published("article", 1, count, article),
    published("person", 2, 20, "jsonb_build_object('name', 'Person ' || n)"),
    published("tag", 3, 200, "jsonb_build_object('name', 'Tag ' || n)"),
    facets("author", `(${author})::text`, count),
    facets("tags", `(${tag})::text`, count),
    `${facets("tags", `(${common})::text`, count)} WHERE n % 10 = 0`,
    facets("price", "lpad(to_hex(n % 1000), 16, '0')", count),
    facets("level", "CASE WHEN n % 3 = 0 THEN 'beginner' ELSE 'advanced' END", count),
  ];
  await db.$transaction(
    async (tx) => {
      const indexes = await tx.$queryRaw<{ name: string; definition: string }[]>`
        SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'facet'`;
      await tx.$executeRaw`ALTER TABLE facet DROP CONSTRAINT facet_pkey`;
      for (const { name } of indexes) await tx.$executeRawUnsafe(`DROP INDEX IF EXISTS ${name}`);
      for (const statement of statements) await tx.$executeRawUnsafe(statement);
      for (const { definition } of indexes) await tx.$executeRawUnsafe(definition);
    },
    { timeout: 60_000 },
  );
}
