// Writes a migration for what changed in prisma/schema since the last one: `pnpm migration:new add_members`.
// Needs no database of yours; with DATABASE_URL set, it uses a scratch database on that server.
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { applyMigrations } from "../src/migrate.ts";
import { migrationsDir } from "../src/migration-files.ts";
import { databaseUrl, runSql } from "../testing/admin-sql.ts";
import { missingSql } from "../testing/missing-sql.ts";
import { startTemporary } from "../testing/start-temporary.ts";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    "Say what the migration does, in small letters and underscores: pnpm migration:new add_members",
  );
  process.exit(2);
}

const given = process.env.DATABASE_URL;
const server = given === undefined ? await startTemporary() : { url: given, stop: async () => undefined };
try {
  const sql = await changedSql(server.url);
  if (sql === "") {
    console.log("Nothing to do: the migrations already make what prisma/schema says.");
  } else {
    const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const file = join(migrationsDir, `${timestamp}_${name}`, "migration.sql");
    await mkdir(join(file, ".."));
    await writeFile(file, `${sql}\n`);
    console.log(
      `Wrote ${relative(process.cwd(), file)}. Read it before you keep it: a rename shows as drop and add.`,
    );
  }
} finally {
  await server.stop();
}

async function changedSql(adminUrl: string): Promise<string> {
  const scratch = `letterpress_scratch_${randomBytes(4).toString("hex")}`;
  await runSql(adminUrl, `CREATE DATABASE ${scratch}`);
  try {
    const url = databaseUrl(adminUrl, scratch);
    await applyMigrations(url);
    return await missingSql(url);
  } finally {
    await runSql(adminUrl, `DROP DATABASE ${scratch} WITH (FORCE)`);
  }
}
