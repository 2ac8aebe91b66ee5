import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dumpDatabase } from "@letterpress/db/backup/dump-database";
import type { TestDatabase } from "@letterpress/db/testing/create-test-database";
import { afterAll, beforeAll } from "vitest";
import { restoreBackup } from "../../src/backup/restore-backup.ts";
import { writeBackup } from "../../src/backup/write-backup.ts";
import { createDeps } from "../../src/deps.ts";
import { ownContent } from "../../src/own-content.ts";
import { fillPublication, fixtureModel } from "../export-fixture.ts";
import { startTestApp, type TestApp } from "../test-app.ts";

/** Of a run that nobody ends. */
export const { signal } = new AbortController();
export const onProgress = () => undefined;

/** A publication with something of everything for the tests of a file, and a folder for its backups. */
export function useBackups() {
  let folder = "";
  let server: TestApp;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "letterpress-backup-"));
    server = await startTestApp({ model: fixtureModel });
    await fillPublication(server.deps);
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const file = (name: string) => join(folder, name);
  const settings = (data: string) => ({ dataDir: file(data), publicUrl: "http://localhost:3000" });
  return {
    folder: () => folder,
    server: () => server,
    file,
    settings,
    backUp: (name: string) =>
      writeBackup({
        deps: server.deps,
        databaseUrl: server.databaseUrl,
        file: file(name),
        signal,
        onProgress,
      }),
    restoreInto({ url, db, signals }: TestDatabase, name: string, data = "restored") {
      const deps = createDeps({ db, reads: db, signals }, settings(data), {
        ...ownContent,
        model: fixtureModel,
      });
      return restoreBackup({ deps, databaseUrl: url, file: file(name), signal, onProgress });
    },
  };
}

/** All rows of a database, as text. */
export async function rowsOf(url: string): Promise<Record<string, string[]>> {
  return dumpDatabase(url, signal, async (dump) => {
    const rows: Record<string, string[]> = {
      sequences: dump.header.sequences.map((one) => JSON.stringify(one)),
    };
    for (const table of dump.header.tables) {
      const chunks: Buffer[] = [];
      for await (const chunk of dump.rowsOf(table)) chunks.push(chunk);
      rows[table.name] = Buffer.concat(chunks).toString().split("\n").sort();
    }
    return rows;
  });
}
