import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../src/migrate.ts";
import { databaseUrl, runSql } from "./admin-sql.ts";
import { startTemporary } from "./start-temporary.ts";

declare module "vitest" {
  interface ProvidedContext {
    testPostgres: { adminUrl: string; template: string };
  }
}

/**
 * Starts a PostgreSQL for one run of the tests (or takes the one of TEST_DATABASE_URL, whose user must be allowed to
 * create databases) and migrates the template that createTestDatabase clones.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startTemporary() : { url: given, stop: async () => undefined };
  const template = `letterpress_template_${randomBytes(4).toString("hex")}`;
  await runSql(server.url, `CREATE DATABASE ${template}`);
  await applyMigrations(databaseUrl(server.url, template));
  project.provide("testPostgres", { adminUrl: server.url, template });
  return async () => {
    await runSql(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.stop();
  };
}
