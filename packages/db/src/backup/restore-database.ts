import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { DatabaseUnusable } from "../database-unusable.ts";
import { migrationLock } from "../migrate.ts";
import { migrationNames, migrationsDir } from "../migration-files.ts";
import { copyList } from "./copy-list.ts";
import type { DumpHeader } from "./dump-database.ts";
import { requireEmpty } from "./require-empty.ts";
import { type BackupTable, listTables, ownRelations } from "./table-list.ts";

/** Where the rows of a backup go, table by table in the order of its header. */
export interface Restoration {
  /** Takes the next rows of a table; COPY's text format, cut anywhere. Rows of a table come one after another. */
  write(table: string, rows: Uint8Array): Promise<void>;
}

/**
 * Makes an empty database hold a backup: its tables as they were in the backup's migrations, then the rows that `fn`
 * writes, then the migrations that are newer than the backup. All of it is one transaction: when anything fails,
 * nothing has happened. Returns how many newer migrations there were.
 *
 * Throws {@link DatabaseUnusable} when the database is not empty, and when the backup is of a newer Letterpress; rejects
 * when the signal is aborted, also in the middle of a statement.
 */
export async function restoreDatabase(
  url: string,
  header: DumpHeader,
  signal: AbortSignal,
  fn: (restoration: Restoration) => Promise<void>,
): Promise<number> {
  const known = await migrationNames(migrationsDir);
  requireKnown(header, known);
  const client = new pg.Client({ connectionString: url, application_name: "letterpress restore" });
  client.on("error", () => undefined);
  await client.connect();
  // A statement that runs ends with the connection.
  const end = () => void client.end().catch(() => undefined);
  signal.addEventListener("abort", end, { once: true });
  try {
    signal.throwIfAborted();
    await client.query("SET TIME ZONE 'UTC'; SET client_encoding = 'UTF8'; SET statement_timeout = 0");
    await client.query("SET idle_in_transaction_session_timeout = 0");
    // A server that starts meanwhile waits.
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await client.query("BEGIN");
    await requireEmpty(client);
    await dropTables(client);
    const { runMigration } = await import("../run-migration.ts");
    for (const name of header.migrations) await runMigration(client, migrationsDir, name);
    await requireListed(client, header.tables);
    await emptyTables(client, header.tables);
    await writeRows(client, header.tables, fn);
    for (const { name, value, isCalled } of header.sequences)
      await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [
        pg.escapeIdentifier(name),
        value,
        isCalled,
      ]);
    const newer = known.filter((name) => !header.migrations.includes(name));
    for (const name of newer) await runMigration(client, migrationsDir, name);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return newer.length;
  } finally {
    signal.removeEventListener("abort", end);
    // What is not committed is undone with the connection.
    await client.end();
  }
}

/** Throws {@link DatabaseUnusable} when the backup has migrations that this code does not know. */
export function requireKnown({ migrations }: DumpHeader, known: string[]): void {
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new DatabaseUnusable(
      `The backup was made by a newer Letterpress: it has the migration ${unknown.join(", ")}. ` +
        "Restore it with the version that made it, or a later one.",
    );
}

/** Whoever made the backup has written the names: sessions and tables of PostgreSQL itself are not theirs to fill. */
async function requireListed(client: pg.Client, tables: BackupTable[]): Promise<void> {
  const listed = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]));
  const odd = tables.find(({ name, columns }) => !columns.every((one) => listed.get(name)?.includes(one)));
  if (odd)
    throw new DatabaseUnusable(
      `Nothing was restored: the backup has a table ${JSON.stringify(odd.name)} with columns that no Letterpress ` +
        "of its migrations writes. Use another one.",
    );
}

/** The tables of the migrations that the database has already may be of later ones than the backup. */
async function dropTables(client: pg.Client): Promise<void> {
  const tables = await client.query<{ name: string }>(
    `SELECT c.relname::text AS name FROM ${ownRelations} AND c.relkind IN ('r', 'p')`,
  );
  const drop = async (what: string, names: string[]) => {
    if (names.length > 0) await client.query(`DROP ${what} ${names.map(pg.escapeIdentifier).join(", ")}`);
  };
  await drop(
    "TABLE",
    tables.rows.map(({ name }) => name),
  );
  const enums = await client.query<{ name: string }>(
    `SELECT t.typname::text AS name FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE n.nspname = current_schema() AND t.typtype = 'e' AND NOT EXISTS (
       SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')`,
  );
  await drop(
    "TYPE",
    enums.rows.map(({ name }) => name),
  );
}

/** A migration may have written rows of its own, which are in the backup, too. */
async function emptyTables(client: pg.Client, tables: BackupTable[]): Promise<void> {
  const names = tables.map(({ name }) => pg.escapeIdentifier(name));
  await client.query(`TRUNCATE ${names.join(", ")} CASCADE`);
}

async function writeRows(
  client: pg.Client,
  tables: BackupTable[],
  fn: (restoration: Restoration) => Promise<void>,
): Promise<void> {
  let open: { name: string; copy: ReturnType<typeof copyFrom>; failed: Promise<never> } | undefined;
  const close = async () => {
    if (!open) return;
    const { copy, failed } = open;
    open = undefined;
    copy.end();
    await Promise.race([once(copy, "finish"), failed]);
  };
  await fn({
    async write(name, rows) {
      if (open?.name !== name) {
        await close();
        const table = tables.find((one) => one.name === name);
        if (!table) throw new Error(`The backup has rows of ${name}, which its header does not name.`);
        const copy = client.query(copyFrom(`COPY ${copyList(table)} FROM STDIN`));
        const failed = once(copy, "error").then(([error]) => Promise.reject(error as Error));
        // Whoever waits hears of it; when nobody does, the next that waits.
        failed.catch(() => undefined);
        open = { name, copy, failed };
      }
      const { copy, failed } = open;
      if (!copy.write(rows)) await Promise.race([once(copy, "drain"), failed]);
    },
  });
  await close();
}
