import type { Deps } from "@letterpress/api/deps";
import { noticeModel } from "@letterpress/api/evolution/notice-model";
import { createDb } from "@letterpress/db/create-db";
import { applyMigrations } from "@letterpress/db/migrate";
import type { ContentModel } from "@letterpress/model/content-type";
import pg from "pg";
import { copyRows } from "./copy-rows.ts";
import type { FilledEntry, Filling } from "./filling.ts";
import { rowsOf, tables } from "./rows-of.ts";

const batchSize = 2_000;

/** Their indexes are made when everything is written. */
const slowTables = ["facet", "revision", "event"];

interface Fill {
  model: ContentModel;
  filling: Filling;
  articles: number;
}

/**
 * Fills an empty database with published articles and what they refer to, as saving and publishing write them. Throws
 * where there are entries already.
 */
export async function fillDatabase(url: string, { model, filling, articles }: Fill): Promise<void> {
  await applyMigrations(url);
  await record(url, model);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM entry LIMIT 1");
    if (rowCount !== 0) throw new Error("There are entries in this database: name an empty one.");
    await client.query("SET maintenance_work_mem = '1GB'");
    const makeAgain: string[] = [];
    for (const table of slowTables) makeAgain.push(...(await dropIndexes(client, table)));
    await write(client, filling.targets);
    for (let first = 0; first < articles; first += batchSize) {
      const length = Math.min(batchSize, articles - first);
      await write(
        client,
        Array.from({ length }, (_, index) => filling.article(first + index, articles)),
      );
    }
    for (const statement of makeAgain) await client.query(statement);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

/** Records the content types as the first start does: else the next one would write every facet again. */
async function record(url: string, model: ContentModel): Promise<void> {
  const db = createDb(url);
  try {
    const deps = { db, model, clock: () => new Date() } as Deps;
    await noticeModel(deps, { say: () => undefined, signal: new AbortController().signal });
  } finally {
    await db.close();
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

async function write(client: pg.Client, entries: FilledEntry[]): Promise<void> {
  const rows = entries.map(rowsOf);
  for (const table of tables)
    await copyRows(
      client,
      table,
      rows.flatMap((row) => row[table]),
    );
}
