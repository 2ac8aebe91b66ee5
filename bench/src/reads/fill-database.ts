import { facetsOf } from "@letterpress/api/facets/facets-of";
import { mainLocale } from "@letterpress/api/model/main-locale";
import { outputFields } from "@letterpress/api/publishing/output-fields";
import { applyMigrations } from "@letterpress/db/migrate";
import pg from "pg";
import { type BenchEntry, benchArticle, benchTargets } from "./bench-entry.ts";
import { copyRows } from "./copy-rows.ts";

const batchSize = 5_000;

/** Fills an empty database with published articles and what they refer to, as publishing writes them. */
export async function fillDatabase(url: string, articles: number): Promise<void> {
  await applyMigrations(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET maintenance_work_mem = '1GB'");
    const makeAgain = await dropIndexes(client, "facet");
    await write(client, benchTargets());
    for (let first = 0; first < articles; first += batchSize) {
      const length = Math.min(batchSize, articles - first);
      await write(
        client,
        Array.from({ length }, (_, index) => benchArticle(first + index, articles)),
      );
    }
    for (const statement of makeAgain) await client.query(statement);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

/** Takes away what makes writing slow. Returns the statements that bring it back. */
async function dropIndexes(client: pg.Client, table: string): Promise<string[]> {
  const { rows: constraints } = await client.query<{ name: string; definition: string }>(
    "SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype <> 'n'",
    [table],
  );
  for (const { name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    "SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = $1",
    [table],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return [
    ...constraints.map(({ name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ];
}

async function write(client: pg.Client, entries: BenchEntry[]): Promise<void> {
  const rows = entries.map(rowsOf);
  await copyRows(
    client,
    "entry",
    rows.map(({ entry }) => entry),
  );
  await copyRows(
    client,
    "published_entry",
    rows.map(({ published }) => published),
  );
  await copyRows(
    client,
    "facet",
    rows.flatMap(({ facets }) => facets),
  );
}

function rowsOf({ type, id, slug, title, fields, publishedAt }: BenchEntry) {
  const place = { type: type.name, locale: mainLocale };
  const saved = { ...place, slug, title, version: 1, schema_version: type.version, updated_at: publishedAt };
  const { body = "" } = fields as { body?: string };
  const rendered = { source: body, html: `<p>${body}</p>`, text: body, toc: [] };
  const shown = { texts: new Map([["body", rendered]]), images: new Map(), files: new Map() };
  return {
    entry: {
      ...saved,
      id,
      fields,
      created_at: publishedAt,
      first_published_at: publishedAt,
      published_version: 1,
    },
    published: {
      ...saved,
      entry_id: id,
      fields: outputFields(type.fields, fields, shown),
      published_at: publishedAt,
    },
    facets: facetsOf(type, fields).map((facet) => ({
      ...place,
      ...facet,
      entry_id: id,
      published_at: publishedAt,
    })),
  };
}
