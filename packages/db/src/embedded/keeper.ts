import pg from "pg";
import { superuser } from "./init-cluster.ts";

/**
 * One connection that each process sharing the cluster keeps open. It tells the others that the cluster is in use
 * (by a shared advisory lock, which even a kill of the process lets go), and tells us when the cluster is gone.
 */
export type Keeper = pg.Client & { ref(): void; unref(): void };

export const keeperName = "letterpress keeper";

/** The lock that users of the cluster share, and that the last one takes alone while it stops the cluster. */
export const keeperLock = 7_310_579_412;

/**
 * Connects to the cluster at `port`. Returns "wait" while it is starting, recovering or being stopped, and
 * "silent" when nobody answers.
 */
export async function connectKeeper(
  port: number,
  clusterDir: string,
  password: string,
): Promise<Keeper | "wait" | "silent"> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: superuser,
    password,
    database: "postgres",
    application_name: keeperName,
    connectionTimeoutMillis: 5_000,
  }) as Keeper;
  // The loss of the connection is also "end"; an "error" without a listener would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string; kept: boolean }>(
      "SELECT current_setting('data_directory') AS dir, pg_try_advisory_lock_shared($1) AS kept",
      [keeperLock],
    );
    if (rows[0]?.dir === clusterDir && rows[0].kept) return client;
    await client.end();
    return rows[0]?.dir === clusterDir ? "wait" : "silent";
  } catch (error) {
    await client.end().catch(() => undefined);
    return isStarting(error) ? "wait" : "silent";
  }
}

/** Makes the application's database unless it is there. */
export async function createDatabase(keeper: Keeper, name: string): Promise<void> {
  const { rowCount } = await keeper.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rowCount !== 0) return;
  await keeper.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
    // Another starter was first: the name is taken, or was while both were at it.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  });
}

// 57P03, cannot_connect_now: the server is starting up, recovering or shutting down.
function isStarting(error: unknown): boolean {
  return (error as { code?: string }).code === "57P03";
}
