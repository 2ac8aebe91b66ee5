import pg from "pg";
import { DatabaseUnusable } from "./database-unusable.ts";

/** Throws {@link DatabaseUnusable} when no PostgreSQL ≥ 15 answers at `url` within 5 seconds. */
export async function checkServer(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  let client: pg.Client | undefined;
  try {
    // In here, as it throws on a URL that it cannot read, or one that names certificates that are not there.
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    // A connection that breaks between two queries would end the process.
    client.on("error", () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < 150_000)
      throw new DatabaseUnusable(
        `The database is PostgreSQL ${Math.floor(version / 10_000)}; use 15 or later.`,
      );
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error;
    throw new DatabaseUnusable(`The database at ${host}${pathname} cannot be reached: ${reasonOf(error)}.`);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/\.$/, "");
}
