import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export const migrationsDir = join(import.meta.dirname, "..", "prisma", "migrations");

/** Names of the migrations in the folder, oldest first. */
export async function migrationNames(dir: string): Promise<string[]> {
  const files = await readdir(dir, { withFileTypes: true });
  return files
    .filter((file) => file.isDirectory())
    .map((file) => file.name)
    .sort();
}

/** The SQL of a migration. */
export async function readMigration(dir: string, name: string): Promise<string> {
  return readFile(join(dir, name, "migration.sql"), "utf8");
}
