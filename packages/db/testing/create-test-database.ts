import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDb, type Db } from "../src/create-db.ts";
import { createSignals, type Signals } from "../src/signals.ts";
import { databaseUrl, runSql } from "./admin-sql.ts";
// For the type of what it provides.
import type {} from "./global-setup.ts";

export interface TestDatabase {
  url: string;
  db: Db;
  /** The same connections: tests have no crowd of readers. */
  reads: Db;
  signals: Signals;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A migrated database of one's own, without rows. One per test file is meant; disposing drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template } = inject("testPostgres");
  return createDatabase(`TEMPLATE ${template} STRATEGY file_copy`);
}

/** A database without even a table, for tests of what makes the tables. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase("");
}

async function createDatabase(options: string): Promise<TestDatabase> {
  const { adminUrl } = inject("testPostgres");
  const name = `letterpress_test_${randomBytes(6).toString("hex")}`;
  await runSql(adminUrl, `CREATE DATABASE ${name} ${options}`);
  const url = databaseUrl(adminUrl, name);
  const db = createDb(url);
  const signals = createSignals(url);
  return {
    url,
    db,
    reads: db,
    signals,
    [Symbol.asyncDispose]: async () => {
      await signals.close();
      await db.close();
      await runSql(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
