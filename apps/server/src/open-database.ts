import { checkServer } from "@letterpress/db/check-server";
import { createDb, type Db } from "@letterpress/db/create-db";
import { startEmbedded } from "@letterpress/db/embedded/start-embedded";
import { applyMigrations } from "@letterpress/db/migrate";
import { createSignals, type Signals } from "@letterpress/db/signals";
import type { Env } from "./env.ts";

export interface OpenDatabase {
  url: string;
  db: Db;
  /** Connections of their own for what everybody may read. */
  reads: Db;
  /** Has no connection until somebody listens. */
  signals: Signals;
  /** Also stops the embedded PostgreSQL, unless another process uses it. May be called again. */
  close(): Promise<void>;
}

/** Milliseconds that one statement of a public read may take: they are made to take a few. */
const publicReadMax = 3_000;

/**
 * Milliseconds that one statement waits for what others hold: ten connections serve everybody, and whoever waits has
 * one. Commands take the time they need.
 */
export const serverLockTimeout = 5_000;

/**
 * Connects to `DATABASE_URL`, or starts the embedded PostgreSQL (or joins one that runs on the same data folder), and
 * brings it up to date. `log` receives progress. Throws `DatabaseUnusable` on what an operator can mend.
 */
export async function openDatabase(
  env: Env,
  log: (line: string) => void,
  { lockTimeout = 0 }: { lockTimeout?: number } = {},
): Promise<OpenDatabase> {
  const embedded =
    env.databaseUrl === undefined
      ? await startEmbedded({ dataDir: `${env.dataDir}/postgres`, log })
      : undefined;
  const url = embedded?.url ?? env.databaseUrl ?? "";
  try {
    if (!embedded) await checkServer(url);
    const applied = await applyMigrations(url);
    if (applied.length > 0) log(`Migrated the database (${applied.length} migrations).`);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const db = createDb(url, { lockTimeout });
  const reads = createDb(url, { statementTimeout: publicReadMax });
  const signals = createSignals(url);
  let closed: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([signals.close(), db.close(), reads.close()]);
    await embedded?.stop();
  };
  return {
    url,
    db,
    reads,
    signals,
    close() {
      closed ??= close();
      return closed;
    },
  };
}
