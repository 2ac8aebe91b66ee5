import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mainLocale } from "@letterpress/api/model/main-locale";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { afterEach, beforeEach, expect, test } from "vitest";

const script = fileURLToPath(new URL("../src/letterpress.ts", import.meta.url));

let database: TestDatabase;
let dataDir: string;
beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-upgrade-"));
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

function spawnUpgrade(...options: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, LETTERPRESS_DATA: dataDir };
  const child = spawn(process.execPath, [script, "content", "upgrade", ...options], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      output += text;
    });
  const ended = once(child, "close").then(([code]) => ({ code: code as number, output }));
  return { child, ended, output: () => output };
}

const upgrade = (...options: string[]) => spawnUpgrade(...options).ended;

/** Tags that readers see in a version before the current, by name. */
async function outdatedTags(count: number): Promise<string[]> {
  await database.db.$executeRaw`
    WITH made AS (
      INSERT INTO entry (id, type, locale, slug, title, version, schema_version, fields, updated_at, published_version)
      SELECT lpad(n::text, 32, '0')::uuid, 'tag', ${mainLocale}, 'tag-' || n, 'Tag ' || n, 1, 1,
        jsonb_build_object('name', 'Tag ' || n), now(), 1
      FROM generate_series(1, ${count}::int) n RETURNING *
    ), revised AS (
      INSERT INTO revision (entry_id, version, schema_version, slug, fields)
      SELECT id, 1, 1, slug, fields FROM made
    )
    INSERT INTO published_entry
      (entry_id, type, locale, slug, title, version, schema_version, fields, published_at, updated_at)
    SELECT id, type, locale, slug, title, 1, 0, fields, now(), now() FROM made`;
  const rows = await database.db.entry.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  return rows.map((row) => row.id);
}

const outdated = () => database.db.publishedEntry.count({ where: { schemaVersion: 0 } });

test("content upgrade says how far it is, and what it has done", async () => {
  await outdatedTags(102);
  expect(await upgrade()).toEqual({
    code: 0,
    output: "tag: 100 of 102\ntag: 102 of 102\nUpgraded 102 published entries.\n",
  });
  expect(await outdated()).toBe(0);
  expect(await upgrade()).toEqual({ code: 0, output: "Nothing to upgrade.\n" });
  expect((await upgrade("--all")).output).toContain("Upgraded 102 published entries.");
}, 90_000);

test("--dry-run writes nothing, and --type leaves other types alone", async () => {
  await outdatedTags(1);
  expect(await upgrade("--dry-run")).toEqual({
    code: 0,
    output: "tag: 1 of 1\n1 published entry can be upgraded. Nothing was written.\n",
  });
  expect(await upgrade("--type", "article")).toEqual({ code: 0, output: "Nothing to upgrade.\n" });
  expect(await outdated()).toBe(1);
  expect(await upgrade("--type", "recipe")).toMatchObject({
    code: 2,
    output: expect.stringMatching(/^--type must be one of .*article.*\.\nUsage: /),
  });
  expect((await upgrade("--type", "tag")).code).toBe(0);
  expect(await outdated()).toBe(0);
}, 90_000);

test("an entry that cannot be upgraded is named, and fails the command", async () => {
  const [good, bad] = await outdatedTags(2);
  await database.db.revision.updateMany({ where: { entryId: bad ?? "" }, data: { fields: {} } });
  const { code, output } = await upgrade();
  expect(code).toBe(1);
  expect(output).toContain("tag: 2 of 2, 1 of them cannot be upgraded\nUpgraded 1 published entry.\n");
  expect(output).toContain(
    `1 published entry cannot be upgraded, and stays as it was:\n  tag "Tag 2" ${bad}\n    fields.name: Fill this in before publishing.\n`,
  );
  const rows = await database.db.publishedEntry.findMany({ where: { schemaVersion: 0 } });
  expect(rows.map((row) => row.entryId)).toEqual([bad]);
  expect(good).toBeDefined();
}, 90_000);

test("Ctrl-C ends it after the entry that it is at, without a stack, and the next run continues", async () => {
  const [, second = ""] = await outdatedTags(3);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = database.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${second}::uuid FOR UPDATE`;
      await released;
    },
    { timeout: 60_000 },
  );
  const first = spawnUpgrade();
  await expect.poll(waiting, { interval: 20, timeout: 40_000 }).toBe(1);
  first.child.kill("SIGINT");
  release();
  await held;
  expect(await first.ended).toEqual({
    code: 130,
    output: "tag: 2 of 3\nUpgraded 2 published entries.\nStopped before the end: run it again to continue.\n",
  });
  expect(await outdated()).toBe(1);
  expect(await upgrade()).toMatchObject({
    code: 0,
    output: expect.stringContaining("Upgraded 1 published entry."),
  });
}, 90_000);

/** How many connections wait for a lock. */
async function waiting() {
  const [row] = await database.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count;
}
