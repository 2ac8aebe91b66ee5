import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import { dumpDatabase } from "@letterpress/db/backup/dump-database";
import { applyMigrations } from "@letterpress/db/migrate";
import { migrationNames, migrationsDir } from "@letterpress/db/migration-files";
import { createEmptyDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import {
  addToHash,
  type BackupHeader,
  endName,
  formatVersion,
  headerName,
  newHash,
  smallFile,
} from "../../src/backup/backup-format.ts";
import { restoreBackup } from "../../src/backup/restore-backup.ts";
import { writeTar } from "../../src/backup/tar.ts";
import { writeBackup } from "../../src/backup/write-backup.ts";
import { createDeps } from "../../src/deps.ts";
import { ownContent } from "../../src/own-content.ts";
import { onProgress, rowsOf, signal, useBackups } from "./use-backups.ts";

const { folder, server, file, settings, backUp, restoreInto } = useBackups();

test("a backup that is cut, changed or no backup at all is refused before anything is written", async () => {
  await backUp("good");
  const bytes = await readFile(file("good"));
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.byteLength / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  await writeFile(file("cut"), bytes.subarray(0, -1));
  await writeFile(file("half"), bytes.subarray(0, middle));
  await writeFile(file("changed"), changed);
  await writeFile(file("other"), "Dear diary");
  await writeFile(file("empty"), "");
  await using other = await createEmptyDatabase();
  for (const name of ["cut", "half", "changed", "other", "empty"])
    await expect(restoreInto(other, name, "damaged"), name).rejects.toMatchObject({
      name: "BackupUnusable",
      message: expect.stringContaining("is damaged, cut off, or no backup of Letterpress"),
    });
  await expect(readdir(file("damaged"))).rejects.toThrow("ENOENT");
  const tables = await other.db.$queryRaw`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`;
  expect(tables).toEqual([]);
});

test("a restore that is ended leaves the database as it was, and can be run again", async () => {
  await backUp("twice");
  await using other = await createEmptyDatabase();
  const stop = new AbortController();
  const deps = createDeps(other, settings("ended"), ownContent);
  const ended = restoreBackup({
    deps,
    databaseUrl: other.url,
    file: file("twice"),
    signal: stop.signal,
    onProgress: (line) => line.startsWith("Rows of revision") && stop.abort(),
  });
  await expect(ended).rejects.toMatchObject({ name: "AbortError" });
  expect(await other.db.$queryRaw`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`).toEqual([]);
  await restoreInto(other, "twice", "ended");
  expect(await rowsOf(other.url)).toEqual(await rowsOf(server().databaseUrl));
});

test("a backup of an older Letterpress is restored, and brought up to this one", async () => {
  const known = await migrationNames(migrationsDir);
  const newer = known.slice(known.indexOf("20261123144156_editorial_desk"));
  const older = file("older-migrations");
  for (const name of known.slice(0, -newer.length))
    await cp(join(migrationsDir, name), join(older, name), { recursive: true });
  await using before = await createEmptyDatabase();
  await applyMigrations(before.url, older);
  const [user, tag] = ["0198f0a0-0000-7000-8000-000000000001", "0198f0a0-0000-7000-8000-000000000002"];
  await before.db.$executeRaw`
    INSERT INTO "user" (id, email, name, role, password_hash)
    VALUES (${user}::uuid, 'ann@example.com', 'Ann', 'editor', 'none')`;
  await before.db.$executeRaw`
    INSERT INTO entry (id, type, locale, slug, title, version, schema_version, fields, created_by_id, updated_at)
    VALUES (${tag}::uuid, 'tag', 'en', 'old', 'Old', 1, 1, '{"name": "Old"}', ${user}::uuid, now())`;
  await before.db.$executeRaw`
    INSERT INTO revision (entry_id, version, schema_version, slug, fields, author_id)
    VALUES (${tag}::uuid, 1, 1, 'old', '{"name": "Old"}', ${user}::uuid)`;
  const { deps } = server();
  await writeBackup({ deps, databaseUrl: before.url, file: file("older"), signal, onProgress });

  await using other = await createEmptyDatabase();
  const report = await restoreInto(other, "older", "older-data");
  expect(report).toMatchObject({ migrated: newer.length, rows: { user: 1, entry: 1, revision: 1 } });
  expect(
    await other.db.entry.findUniqueOrThrow({ where: { id: tag }, include: { revisions: true } }),
  ).toMatchObject({
    title: "Old",
    stage: "draft",
    createdById: user,
    revisions: [{ version: 1, kind: "save", coalesced: false }],
  });
  expect(await applyMigrations(other.url)).toEqual([]);
  expect(Object.keys(await rowsOf(other.url))).toEqual(Object.keys(await rowsOf(server().databaseUrl)));
});
/** A backup that is whole, as its checksum says, and holds these files. */
async function writeForged(name: string, header: BackupHeader, files: [string, string][]): Promise<void> {
  const hash = newHash();
  async function* parts() {
    const content: [string, string][] = [[headerName, JSON.stringify(header)], ...files];
    for (const [path, text] of content) {
      const part = smallFile(path, Buffer.from(text));
      yield { ...part, bytes: addToHash(hash, part) };
    }
    const end = { rows: {}, mediaFiles: 0, mediaBytes: 0, sha256: hash.digest("hex") };
    yield smallFile(endName, Buffer.from(JSON.stringify(end)));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeTar(parts())) chunks.push(chunk);
  await writeFile(file(name), zstdCompressSync(Buffer.concat(chunks)));
}

async function currentHeader(): Promise<BackupHeader> {
  const createdAt = new Date().toISOString();
  return dumpDatabase(server().databaseUrl, signal, async ({ header }) => ({
    format: "letterpress backup",
    formatVersion,
    createdAt,
    ...header,
  }));
}

test.each([
  "media/../../outside.txt",
  "media/0198f0a0-0000-7000-8000-000000000000/../../../outside.txt",
  "media//etc/outside.txt",
  "media/0198f0a0-0000-7000-8000-000000000000/.hidden",
  "tables/session/000001",
  "tables/../000001",
  "outside.txt",
])("a backup that somebody has forged writes nothing anywhere: %s", async (path) => {
  await writeForged("forged", await currentHeader(), [
    ["media/0198f0a0-0000-7000-8000-000000000000/original.txt", "fine"],
    [path, "x"],
  ]);
  await using other = await createEmptyDatabase();
  await expect(restoreInto(other, "forged", "forged-data")).rejects.toMatchObject({
    name: "BackupUnusable",
    message: expect.stringContaining("which Letterpress does not write"),
  });
  expect((await readdir(folder())).filter((name) => /outside|forged-data/.test(name))).toEqual([]);
});

test.each([
  { name: "session", columns: ["id"] },
  { name: "pg_authid", columns: ["rolname"] },
  { name: "entry", columns: ["id", "nothing"] },
])("a backup fills no table that backups do not hold: $name", async (table) => {
  const header = await currentHeader();
  await writeForged("forged", { ...header, tables: [table] }, [[`tables/${table.name}/000001`, ""]]);
  await using other = await createEmptyDatabase();
  await expect(restoreInto(other, "forged", "forged-data")).rejects.toThrow(
    /Nothing was restored: .* a table/,
  );
});
