import { checkServer } from "@letterpress/db/check-server";
import type { Env } from "./env.ts";

/**
 * Makes sure that `DATABASE_URL` answers, or starts the embedded PostgreSQL (or joins one that runs on the same data
 * folder). `close` stops that, unless another process uses it. Throws `DatabaseUnusable` on what an operator can mend.
 */
export async function reachDatabase(
  { databaseUrl, dataDir }: Env,
  log: (line: string) => void,
): Promise<{ url: string; close(): Promise<void> }> {
  if (databaseUrl !== undefined) {
    await checkServer(databaseUrl);
    return { url: databaseUrl, close: async () => undefined };
  }
  const { startEmbedded } = await import("@letterpress/db/embedded/start-embedded");
  const { url, stop } = await startEmbedded({ dataDir: `${dataDir}/postgres`, log });
  return { url, close: stop };
}
