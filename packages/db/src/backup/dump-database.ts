import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { filesHold } from "../hold-files.ts";
import { copyList } from "./copy-list.ts";
import { type BackupTable, listTables } from "./table-list.ts";

/** What restoring needs to know before the rows. */
export interface DumpHeader {
  /** Names of the migrations that the database has, in the order in which they were applied. */
  migrations: string[];
  /** In the order in which they can be restored. */
  tables: BackupTable[];
  sequences: { name: string; value: string; isCalled: boolean }[];
}

/** An asset, as far as its files are concerned. */
export interface DumpedAsset {
  id: string;
  mimeType: string;
  variants: unknown;
}

/** One moment of a database. */
export interface Dump {
  header: DumpHeader;
  /** In the order of their ids. */
  assets(): AsyncIterable<DumpedAsset>;
  /** In the text format of PostgreSQL's COPY. */
  rowsOf(table: BackupTable): AsyncIterable<Buffer>;
}

const pageSize = 500;

/**
 * Reads a whole database as it is at one moment, however long it takes and whatever is written meanwhile. The files of
 * assets are not removed meanwhile (see hold-files.ts); an export or another backup is waited for. Rejects when the
 * signal is aborted, also in the middle of a statement.
 */
export async function dumpDatabase<T>(
  url: string,
  signal: AbortSignal,
  fn: (dump: Dump) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "letterpress backup" });
  // The next query tells it, too, as a rejection.
  client.on("error", () => undefined);
  await client.connect();
  // A statement that runs ends with the connection.
  const end = () => void client.end().catch(() => undefined);
  signal.addEventListener("abort", end, { once: true });
  try {
    signal.throwIfAborted();
    await client.query("SET TIME ZONE 'UTC'; SET client_encoding = 'UTF8'; SET statement_timeout = 0");
    await client.query("SET idle_in_transaction_session_timeout = 0");
    // Before the snapshot: what is deleted before it was taken, nobody asks for.
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [filesHold]);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const header = await readHeader(client);
    return await fn({ header, assets: () => readAssets(client), rowsOf: (table) => readRows(client, table) });
  } finally {
    signal.removeEventListener("abort", end);
    // With the connection end the transaction and the lock, also in the middle of a table.
    await client.end();
  }
}

async function readHeader(client: pg.Client): Promise<DumpHeader> {
  const migrations = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const tables = await listTables(client);
  const names = await client.query<{ name: string }>(
    "SELECT sequencename::text AS name FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1",
  );
  const sequences: DumpHeader["sequences"] = [];
  for (const { name } of names.rows) {
    // No snapshot holds a sequence back: it may be ahead of the rows, never behind.
    const { rows } = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${pg.escapeIdentifier(name)}`,
    );
    for (const row of rows) sequences.push({ name, ...row });
  }
  return { migrations: migrations.rows.map(({ name }) => name), tables, sequences };
}

async function* readAssets(client: pg.Client): AsyncGenerator<DumpedAsset> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await client.query<DumpedAsset>(
      `SELECT id::text, mime_type AS "mimeType", variants FROM asset WHERE id > $1 ORDER BY id LIMIT ${pageSize}`,
      [after],
    );
    yield* rows;
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function* readRows(client: pg.Client, table: BackupTable): AsyncGenerator<Buffer> {
  yield* client.query(copyTo(`COPY ${copyList(table)} TO STDOUT`));
}
