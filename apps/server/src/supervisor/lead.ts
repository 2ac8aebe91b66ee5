import { databaseState } from "@letterpress/db/migrate";
import type { Env } from "../env.ts";
import { reachDatabase } from "../reach-database.ts";
import { requireDataFolder } from "../require-data-folder.ts";
import type { Run } from "../run.ts";
import type { PublicationContent } from "../run-publication.ts";
import { prepareInChild } from "./prepare-in-child.ts";
import { supervise } from "./supervise.ts";

/**
 * Starts a publication: sees to the database, and then serves, or has workers serve. With workers this process stays
 * small: it loads nothing of the publication.
 */
export async function lead(load: () => Promise<PublicationContent>, env: Env, run: Run): Promise<void> {
  const { closing, signal, say } = run;
  await requireDataFolder(env.dataDir);
  // While the database answers.
  const serving = env.workers === 1 ? Promise.all([import("../serve.ts"), load()]) : undefined;
  // Who waits for it may be told of another error first.
  serving?.catch(() => undefined);
  say(env.databaseUrl === undefined ? "Starting PostgreSQL …" : "Connecting to the database …");
  const { url, close } = await reachDatabase(env, say);
  closing.push(close);
  signal.throwIfAborted();
  const { pending, isEmpty } = await databaseState(url);
  signal.throwIfAborted();
  if (pending.length > 0 || isEmpty) await prepareInChild(url, signal);
  if (serving === undefined) return supervise({ url, workers: env.workers }, run);
  const [{ serve }, content] = await serving;
  await serve(content, { env, url, isFirst: true }, run);
}
