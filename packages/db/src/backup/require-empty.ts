import pg from "pg";
import { DatabaseUnusable } from "../database-unusable.ts";
import { ownRelations } from "./table-list.ts";

/** What Letterpress writes by itself when it starts: nobody misses it. */
const ofAnyStart = new Set(["_prisma_migrations", "content_type", "set_up_token", "secret"]);

/** Throws {@link DatabaseUnusable} when a table of the database holds anything that somebody could miss. */
export async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname::text AS name FROM ${ownRelations} AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  const filled: string[] = [];
  for (const { name } of rows) {
    if (ofAnyStart.has(name)) continue;
    const found = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (found.rows.length > 0) filled.push(name);
  }
  if (filled.length === 0) return;
  throw new DatabaseUnusable(
    `Nothing was restored: the database is not empty (there are rows in ${filled.join(", ")}). ` +
      "Give an empty one by DATABASE_URL or, with the embedded PostgreSQL, a new folder by LETTERPRESS_DATA.",
  );
}
