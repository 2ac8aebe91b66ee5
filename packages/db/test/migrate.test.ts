import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DatabaseUnusable } from "../src/database-unusable.ts";
import { applyMigrations } from "../src/migrate.ts";
import { migrationNames, migrationsDir } from "../src/migration-files.ts";
import { pendingMigrations } from "../src/pending-migrations.ts";
import { createEmptyDatabase, type TestDatabase } from "../testing/create-test-database.ts";
import { missingSql } from "../testing/missing-sql.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database[Symbol.asyncDispose]());

const recorded = (): Promise<{ name: string }[]> =>
  database.db.$queryRaw`SELECT migration_name AS name FROM _prisma_migrations ORDER BY name`;

const all = (await migrationNames(migrationsDir)).map((name) => ({ name }));

test("the migrations make exactly what the schema files say", async () => {
  await applyMigrations(database.url);
  expect(await missingSql(database.url)).toBe("");
});

test("a database that differs from the schema files is noticed", async () => {
  await applyMigrations(database.url);
  await database.db.$executeRaw`ALTER TABLE asset DROP COLUMN sha256`;
  expect(await missingSql(database.url)).toContain(`ADD COLUMN     "sha256"`);
});

// The migrations of this code and three later ones, each made of what a naive runner stumbles over.
async function laterMigrations(): Promise<{ dir: string; [Symbol.asyncDispose](): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), "letterpress-migrations-"));
  await cp(migrationsDir, dir, { recursive: true });
  const later = {
    "29990101000001_value": `ALTER TYPE role ADD VALUE 'guest';`,
    "29990101000002_use": `ALTER TABLE "user" ALTER COLUMN role SET DEFAULT 'guest', ADD COLUMN bio text DEFAULT 'a; b';`,
    "29990101000003_function":
      "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;",
  };
  for (const [name, sql] of Object.entries(later)) {
    await mkdir(join(dir, name));
    await writeFile(join(dir, name, "migration.sql"), sql);
  }
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) };
}

test("four nodes that start at once apply each migration once, in order", async () => {
  await using later = await laterMigrations();
  const applied = await Promise.all(
    Array.from({ length: 4 }, () => applyMigrations(database.url, later.dir)),
  );
  const names = await migrationNames(later.dir);
  expect(applied.flat()).toEqual(names);
  expect(await recorded()).toEqual(names.map((name) => ({ name })));
});

test("a database that is a version behind gets what it lacks", async () => {
  await using later = await laterMigrations();
  await applyMigrations(database.url);
  expect(await applyMigrations(database.url, later.dir)).toEqual(
    (await migrationNames(later.dir)).slice(all.length),
  );
  expect(await database.db.$queryRaw`SELECT one()`).toEqual([{ one: 1 }]);
});

test("migrations are pending before they are applied, and never again", async () => {
  expect(await pendingMigrations(database.db)).toEqual(all.map(({ name }) => name));
  await applyMigrations(database.url);
  expect(await pendingMigrations(database.db)).toEqual([]);
  expect(await applyMigrations(database.url)).toEqual([]);
});

test("a migration that fails leaves nothing behind, and can be tried again", async () => {
  // The name of the first migration's last table is taken, so everything before it is made in vain.
  await database.db.$executeRaw`CREATE DOMAIN set_up_token AS text`;
  await expect(applyMigrations(database.url)).rejects.toThrow(
    /failed and was undone: .*"set_up_token" already exists/,
  );
  const tables = await database.db
    .$queryRaw`SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`;
  expect(tables).toEqual([]);

  await database.db.$executeRaw`DROP DOMAIN set_up_token`;
  await applyMigrations(database.url);
  expect(await recorded()).toEqual(all);
});

test("a database that is newer than the code is refused by the names of its migrations", async () => {
  await using later = await laterMigrations();
  await applyMigrations(database.url, later.dir);
  await expect(applyMigrations(database.url)).rejects.toThrow(
    /newer than this code.* 29990101000001_value, /,
  );
});

test("a migration that another tool began and never finished is refused by its name", async () => {
  await applyMigrations(database.url);
  await database.db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
  await expect(applyMigrations(database.url)).rejects.toThrow(
    /_init.* of this database was begun and never finished/,
  );
});

test("a database with somebody else's tables is refused and left as it is", async () => {
  await database.db.$executeRaw`CREATE TABLE theirs (id int)`;
  await expect(applyMigrations(database.url)).rejects.toThrow(/Give Letterpress an empty one/);
  const tables = await database.db
    .$queryRaw`SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`;
  expect(tables).toEqual([{ name: "theirs" }]);
});

test("what an operator can mend is told as such", async () => {
  await database.db.$executeRaw`CREATE TABLE theirs (id int)`;
  await expect(applyMigrations(database.url)).rejects.toThrow(DatabaseUnusable);
  await database.db.$executeRaw`DROP TABLE theirs`;
  const name = new URL(database.url).pathname.slice(1);
  await database.db.$executeRawUnsafe(`ALTER DATABASE ${name} SET default_transaction_read_only TO on`);
  const refused = applyMigrations(database.url);
  await expect(refused).rejects.toThrow(DatabaseUnusable);
  await expect(refused).rejects.toThrow("can only be read");
});

test("facet values are compared by their bytes, whatever the database's collation", async () => {
  await applyMigrations(database.url);
  const rows = await database.db.$queryRaw`
    SELECT collation_name::text AS name FROM information_schema.columns
    WHERE table_name = 'facet' AND column_name = 'value'`;
  expect(rows).toEqual([{ name: "C" }]);
});
