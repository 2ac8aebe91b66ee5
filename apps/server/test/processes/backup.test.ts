import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zstdCompressSync } from "node:zlib";
import { createAsset } from "@letterpress/api/assets/create-asset";
import { deleteAsset } from "@letterpress/api/assets/delete-asset";
import { removeLeftFiles } from "@letterpress/api/assets/remove-left-files";
import { dumpDatabase } from "@letterpress/db/backup/dump-database";
import { applyMigrations } from "@letterpress/db/migrate";
import { migrationNames, migrationsDir } from "@letterpress/db/migration-files";
import { createEmptyDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
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
import { createDeps, mediaFolder } from "../../src/deps.ts";
import { ownContent } from "../../src/own-content.ts";
import { fillPublication, fixtureModel } from "../export-fixture.ts";
import { filesBelow } from "../files-below.ts";
import { runScript } from "../run-script.ts";
import { startTestApp, type TestApp } from "../test-app.ts";

const script = fileURLToPath(new URL("../../src/letterpress.ts", import.meta.url));
const { signal } = new AbortController();
const actor = { kind: "system", name: "test" } as const;
const onProgress = () => undefined;

let folder: string;
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
const backUp = (name: string) =>
  writeBackup({ deps: server.deps, databaseUrl: server.databaseUrl, file: file(name), signal, onProgress });

function restoreInto({ url, db, signals }: TestDatabase, name: string, data = "restored", stop = signal) {
  const deps = createDeps({ db, reads: db, signals }, settings(data), { ...ownContent, model: fixtureModel });
  return restoreBackup({ deps, databaseUrl: url, file: file(name), signal: stop, onProgress });
}

/** All rows of a database, as text. */
async function rowsOf(url: string): Promise<Record<string, string[]>> {
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

test("a backup that is restored elsewhere has the same rows and the same files", async () => {
  await backUp("whole");
  await using other = await createEmptyDatabase();
  const report = await restoreInto(other, "whole");
  expect(report).toMatchObject({ migrated: 0, rows: { entry: await other.db.entry.count() } });
  const rows = await rowsOf(server.databaseUrl);
  expect(Object.keys(rows)).toEqual(expect.arrayContaining(["event", "revision", "secret", "user"]));
  expect(await rowsOf(other.url)).toEqual(rows);
  const media = await filesBelow(mediaFolder(file("restored")));
  expect(Object.keys(media).length).toBeGreaterThan(20);
  for (const [path, bytes] of Object.entries(media)) {
    const response = await fetch(`${server.url}/media/${path}`);
    expect(Buffer.from(await response.arrayBuffer()).toString("base64")).toBe(bytes);
  }
  expect((await stat(file("whole"))).mode & 0o777).toBe(0o600);

  await expect(restoreInto(other, "whole")).rejects.toThrow("the database is not empty");
});

test("what is written while a backup runs is in it whole or not at all, and what is deleted is not missing", async () => {
  const { db } = server.deps;
  // Two rows that every transaction keeps equal.
  await db.secret.createMany({ data: ["left", "right"].map((name) => ({ name, value: Buffer.from("0") })) });
  let running = true;
  let writes = 0;
  const writer = (async () => {
    while (running) {
      const value = Buffer.from(String(++writes));
      await db.$transaction([
        db.secret.update({ where: { name: "left" }, data: { value } }),
        db.secret.update({ where: { name: "right" }, data: { value } }),
      ]);
    }
  })();
  async function* bytes() {
    yield Buffer.from("soon deleted");
  }
  const asset = await createAsset(server.deps, actor, { filename: "soon.txt", bytes: bytes() });
  // The first file of the backup is read: its moment is over.
  let isDeleted = false;
  const storage = {
    ...server.deps.storage,
    async read(key: string) {
      if (!isDeleted) {
        isDeleted = true;
        await deleteAsset(server.deps, actor, { id: asset.id });
      }
      return server.deps.storage.read(key);
    },
  };
  const deps = { ...server.deps, storage };
  const before = writes;
  const report = await writeBackup({
    deps,
    databaseUrl: server.databaseUrl,
    file: file("busy"),
    signal,
    onProgress,
  });
  running = false;
  await writer;
  expect(writes).toBeGreaterThan(before);
  expect(report.missing).toEqual([]);
  expect(await db.asset.count({ where: { id: asset.id } })).toBe(0);

  await using other = await createEmptyDatabase();
  await restoreInto(other, "busy", "busy-data");
  const [left, right] = await other.db.secret.findMany({
    where: { name: { in: ["left", "right"] } },
    orderBy: { name: "asc" },
  });
  expect(left?.value).toEqual(right?.value);
  expect(await other.db.asset.count({ where: { id: asset.id } })).toBe(1);
  expect(await readdir(join(mediaFolder(file("busy-data")), asset.id))).toEqual(["original.txt"]);

  // What the backup has held back is removed later.
  const later = { ...server.deps, clock: () => new Date(Date.now() + 2 * 24 * 60 * 60 * 1000) };
  expect(await removeLeftFiles(later)).toBe(1);
  expect(await server.deps.storage.read(`${asset.id}/original.txt`)).toBeNull();
  await db.secret.deleteMany({ where: { name: { in: ["left", "right"] } } });
});

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
  expect(await rowsOf(other.url)).toEqual(await rowsOf(server.databaseUrl));
});

test("the commands back up and restore, and say what is not as it should be", async () => {
  // A folder without a file of the assets.
  const from = { DATABASE_URL: server.databaseUrl, LETTERPRESS_DATA: file("of-command") };
  const done = await runScript(script, ["backup", file("by-command")], from);
  expect(done).toMatchObject({ code: 1, output: expect.stringMatching(/Wrote \d+ rows.*were not there/s) });
  await using other = await createEmptyDatabase();
  const to = { DATABASE_URL: other.url, LETTERPRESS_DATA: file("to-command") };
  const restored = await runScript(script, ["restore", file("by-command")], to);
  expect(restored).toMatchObject({ code: 0, output: expect.stringMatching(/Restored \d+ rows/) });
  expect(await runScript(script, ["restore", file("by-command")], to)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^Nothing was restored: the database is not empty/),
  });
});

test("a backup that is ended leaves no file, also while it waits for another one", async () => {
  const stop = new AbortController();
  const run = { deps: server.deps, databaseUrl: server.databaseUrl, file: file("ended.zst") };
  await dumpDatabase(server.databaseUrl, signal, async () => {
    const waiting = writeBackup({ ...run, signal: stop.signal, onProgress });
    waiting.catch(() => undefined);
    await untilSomebodyWaits();
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
  const again = new AbortController();
  await expect(
    writeBackup({
      ...run,
      signal: again.signal,
      onProgress: (line) => line.startsWith("3 files") && again.abort(),
    }),
  ).rejects.toMatchObject({ name: "AbortError" });
  expect((await readdir(folder)).filter((name) => name.startsWith("ended.zst"))).toEqual([]);
});

/** Until a backup waits for the lock of another one. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await server.deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    if ((row?.count ?? 0) > 0) return;
  }
}

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
  return dumpDatabase(server.databaseUrl, signal, async ({ header }) => ({
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
  expect((await readdir(folder)).filter((name) => /outside|forged-data/.test(name))).toEqual([]);
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
  const { deps } = server;
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
  expect(Object.keys(await rowsOf(other.url))).toEqual(Object.keys(await rowsOf(server.databaseUrl)));
});
