import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { DatabaseUnusable } from "./database-unusable.ts";
import { readMigration } from "./migration-files.ts";
import { createSchemaEngine } from "./schema-engine.ts";
import { readSchemaFiles } from "./schema-files.ts";

/** Runs one migration and records it as Prisma Migrate does, all in the transaction that `client` has open. */
export async function runMigration(client: pg.Client, dir: string, name: string): Promise<void> {
  const outcome: Outcome = {};
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterOn(client, outcome));
  const sql = await readMigration(dir, name);
  const schema = await readSchemaFiles();
  const engine = await createSchemaEngine(
    adapter,
    schema.map(({ path, content }) => [path, content]),
  );
  try {
    await engine.applyMigrations({
      filters: { externalTables: [], externalEnums: [] },
      migrationsList: {
        baseDir: dir,
        shadowDbInitScript: "",
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        // The one alone: the engine does not mind that the database has earlier ones.
        migrationDirectories: [
          { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } } },
        ],
      },
    });
  } catch (error) {
    if ((error as { code?: string }).code === "P3005") {
      throw new DatabaseUnusable(
        "This database has tables that are not of Letterpress. Give Letterpress an empty one.",
        {
          cause: error,
        },
      );
    }
    // The engine's own error is about the aborted transaction, in which it could not record the first one, and has
    // no code of PostgreSQL's.
    const cause = outcome.error ?? error;
    throw new Error(`Migration ${name} failed and was undone: ${(cause as Error).message}`, { cause });
  } finally {
    engine.free();
  }
}

interface Outcome {
  /** The first thing that PostgreSQL refused. */
  error?: unknown;
}

// Everything the engine does goes through this one client, hence through its transaction. Scripts are sent whole:
// adapter-pg would cut them at every semicolon, those inside strings and function bodies included.
function adapterOn(client: pg.Client, outcome: Outcome): SqlMigrationAwareDriverAdapterFactory {
  const pool = new pg.Pool();
  const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  const query = async (...args: unknown[]) => {
    try {
      return await send(...args);
    } catch (error) {
      outcome.error ??= error;
      throw error;
    }
  };
  pool.query = query as typeof pool.query;
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await query(script);
      };
      return adapter;
    },
  };
}
