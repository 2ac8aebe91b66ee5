import type { Db } from "./create-db.ts";
import { migrationNames, migrationsDir } from "./migration-files.ts";
import { readMigrationState } from "./migration-state.ts";

/** Names of the migrations that this code has and the database has not. Two cheap statements. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const known = await migrationNames(migrationsDir);
  const { pending } = await readMigrationState((sql) => db.$queryRawUnsafe(sql), known);
  return pending;
}
