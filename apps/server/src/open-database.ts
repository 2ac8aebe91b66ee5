import { applyMigrations } from "@letterpress/db/migrate";
import { type ConnectedDatabase, connectDatabase } from "./connect-database.ts";
import type { Env } from "./env.ts";
import { reachDatabase } from "./reach-database.ts";

export interface OpenDatabase extends ConnectedDatabase {
  url: string;
}

/**
 * Reaches the database, brings it up to date, and connects to it: for a command. `log` receives progress. `close` also
 * stops the embedded PostgreSQL, unless another process uses it. Throws `DatabaseUnusable` on what an operator can mend.
 */
export async function openDatabase(env: Env, log: (line: string) => void): Promise<OpenDatabase> {
  const { url, close: leave } = await reachDatabase(env, log);
  try {
    const applied = await applyMigrations(url);
    if (applied.length > 0) log(`Migrated the database (${applied.length} migrations).`);
  } catch (error) {
    await leave();
    throw error;
  }
  const connected = connectDatabase(url);
  return {
    ...connected,
    url,
    async close() {
      await connected.close();
      await leave();
    },
  };
}
