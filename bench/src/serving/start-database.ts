import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentModel } from "@letterpress/content/content-model";
import { startEmbedded } from "@letterpress/db/embedded/start-embedded";
import { databaseUrl, runSql } from "@letterpress/db/testing/admin-sql";
import { fillDatabase } from "../fill/fill-database.ts";
import { publicationFilling } from "../fill/publication-filling.ts";

export interface BenchDatabase {
  /** For the data folders of the servers. */
  folder: string;
  /** Makes a database with so many articles. Returns its URL. */
  fill(articles: number): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL in a folder that is thrown away. It is as durable as any: publications wait for the disk. */
export async function startDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "letterpress-bench-"));
  // PostgreSQL's own user must be able to enter when we are root.
  await chmod(folder, 0o755);
  const postgres = await startEmbedded({ dataDir: join(folder, "postgres") });
  const filling = await publicationFilling();
  return {
    folder,
    async fill(articles) {
      const name = `bench_${articles}`;
      await runSql(postgres.url, `CREATE DATABASE ${name}`);
      const url = databaseUrl(postgres.url, name);
      await fillDatabase(url, { model: contentModel, filling, articles });
      return url;
    },
    async stop() {
      await postgres.stop();
      await rm(postgres.dir, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
