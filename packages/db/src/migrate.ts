import pg from "pg";
import { DatabaseUnusable } from "./database-unusable.ts";
import { migrationNames, migrationsDir } from "./migration-files.ts";
import { type MigrationState, readMigrationState } from "./migration-state.ts";

/** Any number will do, as long as it stays the same and nobody else takes it in the same database. */
export const migrationLock = 7_310_579_411;

/**
 * Brings the database up to the migrations in `dir`, which are this code's unless told, and returns the names of
 * those that it applied.
 *
 * Each migration runs in one transaction together with the row that records it: after an error or a crash it is
 * either applied or not begun, so trying again is always right. (So a migration cannot use what PostgreSQL
 * refuses in a transaction, like CREATE INDEX CONCURRENTLY.) Any number of nodes may call this at once.
 *
 * Throws {@link DatabaseUnusable} when the database has migrations that are not known here, or an unfinished one, or
 * tables of others, and when its user may not make tables.
 */
export async function applyMigrations(url: string, dir: string = migrationsDir): Promise<string[]> {
  return underLock(url, dir, async (client, pending) => {
    for (const name of pending) await apply(client, dir, name);
    return pending;
  });
}

export interface DatabaseState {
  /** Names of the migrations to apply. */
  pending: string[];
  /** Nothing ever happened in it. */
  isEmpty: boolean;
}

/** What there is to do with the database, once nobody else migrates it. Throws as {@link applyMigrations} does. */
export async function databaseState(url: string): Promise<DatabaseState> {
  return underLock(url, migrationsDir, async (client, pending) => {
    if (pending.length > 0) return { pending, isEmpty: false };
    return { pending, isEmpty: (await client.query("SELECT FROM event LIMIT 1")).rowCount === 0 };
  });
}

async function underLock<T>(
  url: string,
  dir: string,
  use: (client: pg.Client, pending: string[]) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "letterpress migrate" });
  await client.connect();
  // A connection that breaks while nothing runs emits this; the next query tells it too, as a rejection.
  client.on("error", () => undefined);
  try {
    // Kept until the connection ends. One per transaction would not do: the schema engine takes another lock, and
    // keeps that one, too, so that two nodes could each wait for what the other has.
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const known = await migrationNames(dir);
    const state = await readMigrationState(async (sql) => (await client.query(sql)).rows, known);
    refuseUnsafe(state);
    return await use(client, state.pending);
  } catch (error) {
    throw refusalOf(error, client.user) ?? error;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, dir: string, name: string): Promise<void> {
  // Imported late: most starts have nothing to apply, and the engine takes some 30 MB.
  const { runMigration } = await import("./run-migration.ts");
  await client.query("BEGIN");
  try {
    await runMigration(client, dir, name);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

// What PostgreSQL refuses because of who or what it is; it says so wherever in the migration this comes out.
function refusalOf(error: unknown, user: string | undefined): DatabaseUnusable | undefined {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: unknown };
  if (code === "42501")
    return new DatabaseUnusable(
      `The database's user ${user} may not do what Letterpress needs (${message}): make it the owner of the database.`,
      { cause: error },
    );
  if (code === "25006")
    return new DatabaseUnusable(
      `The database can only be read (${message}): give Letterpress one that can be written.`,
      { cause: error },
    );
  return cause === undefined || cause === null ? undefined : refusalOf(cause, user);
}

function refuseUnsafe({ unknown, failed }: MigrationState): void {
  if (failed.length > 0) {
    throw new DatabaseUnusable(
      `Migration ${failed.join(", ")} of this database was begun and never finished. Restore the database from a ` +
        "backup, or finish the migration by hand and set finished_at in its row of _prisma_migrations.",
    );
  }
  if (unknown.length > 0) {
    throw new DatabaseUnusable(
      `This database is newer than this code: it has the migration ${unknown.join(", ")}. ` +
        "Start the version of Letterpress that it was last used with, or a later one.",
    );
  }
}
