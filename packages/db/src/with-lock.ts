import pg from "pg";

/**
 * Waits until nobody, in whatever process, holds the lock of this name in the database at `url`, then runs `fn` while
 * it holds it. Unlike lockInTx it spans many transactions; the end of the process, too, lets it go.
 */
export async function withLock<T>(url: string, name: string, fn: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "letterpress lock" });
  // A connection that breaks while nothing runs emits this; the lock is gone then, and `fn` goes on without it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await fn();
  } finally {
    // With the connection ends the lock.
    await client.end();
  }
}
