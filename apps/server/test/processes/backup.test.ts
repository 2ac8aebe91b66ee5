import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAsset } from "@letterpress/api/assets/create-asset";
import { deleteAsset } from "@letterpress/api/assets/delete-asset";
import { removeLeftFiles } from "@letterpress/api/assets/remove-left-files";
import { dumpDatabase } from "@letterpress/db/backup/dump-database";
import { createEmptyDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import { writeBackup } from "../../src/backup/write-backup.ts";
import { mediaFolder } from "../../src/deps.ts";
import { filesBelow } from "../files-below.ts";
import { runScript } from "../run-script.ts";
import { onProgress, rowsOf, signal, useBackups } from "./use-backups.ts";

const script = fileURLToPath(new URL("../../src/letterpress.ts", import.meta.url));
const actor = { kind: "system", name: "test" } as const;
const { folder, server, file, backUp, restoreInto } = useBackups();

test("a backup that is restored elsewhere has the same rows and the same files", async () => {
  await backUp("whole");
  await using other = await createEmptyDatabase();
  const report = await restoreInto(other, "whole");
  expect(report).toMatchObject({ migrated: 0, rows: { entry: await other.db.entry.count() } });
  const rows = await rowsOf(server().databaseUrl);
  expect(Object.keys(rows)).toEqual(expect.arrayContaining(["event", "revision", "secret", "user"]));
  expect(await rowsOf(other.url)).toEqual(rows);
  const media = await filesBelow(mediaFolder(file("restored")));
  expect(Object.keys(media).length).toBeGreaterThan(20);
  for (const [path, bytes] of Object.entries(media)) {
    const response = await fetch(`${server().url}/media/${path}`);
    expect(Buffer.from(await response.arrayBuffer()).toString("base64")).toBe(bytes);
  }
  expect((await stat(file("whole"))).mode & 0o777).toBe(0o600);

  await expect(restoreInto(other, "whole")).rejects.toThrow("the database is not empty");
});

test("what is written while a backup runs is in it whole or not at all, and what is deleted is not missing", async () => {
  const { db } = server().deps;
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
  const asset = await createAsset(server().deps, actor, { filename: "soon.txt", bytes: bytes() });
  // The first file of the backup is read: its moment is over.
  let isDeleted = false;
  const storage = {
    ...server().deps.storage,
    async read(key: string) {
      if (!isDeleted) {
        isDeleted = true;
        await deleteAsset(server().deps, actor, { id: asset.id });
      }
      return server().deps.storage.read(key);
    },
  };
  const deps = { ...server().deps, storage };
  const before = writes;
  const report = await writeBackup({
    deps,
    databaseUrl: server().databaseUrl,
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
  const later = { ...server().deps, clock: () => new Date(Date.now() + 2 * 24 * 60 * 60 * 1000) };
  expect(await removeLeftFiles(later)).toBe(1);
  expect(await server().deps.storage.read(`${asset.id}/original.txt`)).toBeNull();
  await db.secret.deleteMany({ where: { name: { in: ["left", "right"] } } });
});

test("the commands back up and restore, and say what is not as it should be", async () => {
  // A folder without a file of the assets.
  const from = { DATABASE_URL: server().databaseUrl, LETTERPRESS_DATA: file("of-command") };
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
  const run = { deps: server().deps, databaseUrl: server().databaseUrl, file: file("ended.zst") };
  await dumpDatabase(server().databaseUrl, signal, async () => {
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
  expect((await readdir(folder())).filter((name) => name.startsWith("ended.zst"))).toEqual([]);
});

/** Until a backup waits for the lock of another one. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await server().deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    if ((row?.count ?? 0) > 0) return;
  }
}
