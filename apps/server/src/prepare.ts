import { applyMigrations } from "@letterpress/db/migrate";
import { connectDatabase } from "./connect-database.ts";
import { createDeps } from "./deps.ts";
import type { Env } from "./env.ts";
import { firstStart } from "./first-start.ts";
import type { Run } from "./run.ts";
import type { PublicationContent } from "./run-publication.ts";

/** Brings the database up to date, and fills it when it is empty. */
export async function prepare(
  content: PublicationContent,
  { env, url }: { env: Env; url: string },
  run: Run,
): Promise<void> {
  const applied = await applyMigrations(url);
  if (applied.length > 0) run.say(`Migrated the database (${applied.length} migrations).`);
  run.signal.throwIfAborted();
  const database = connectDatabase(url, 1);
  run.closing.push(database.close);
  await firstStart(createDeps(database, env, content), { url, owner: env.owner, content }, run);
}
