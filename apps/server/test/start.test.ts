import { access, chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmptyDatabase } from "@letterpress/db/testing/create-test-database";
import { describe, expect, test } from "vitest";
import { builtMain, type RunningServer, spawnServer } from "./running-server.ts";
import { signedInClient } from "./test-app.ts";
import { owner } from "./test-owner.ts";
import { useServers } from "./use-servers.ts";

const { cluster, folder, keep, settings, start } = useServers();
const ownerSettings = { LETTERPRESS_OWNER_EMAIL: owner.email, LETTERPRESS_OWNER_PASSWORD: owner.password };

test("a first start serves the example publication and prints a set-up link", {
  timeout: 90_000,
}, async () => {
  const server = await start({}, builtMain);
  for (const path of ["/", "/studio", "/healthz", "/readyz", "/feed.xml", "/client.tgz"])
    expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
  expect(server.output()).toMatch(/\/studio\/set-up#[\w-]{32}\n/);
  const feed = await (await fetch(`${server.url}/feed.xml`)).text();
  expect(feed.match(/<item>/g)?.length).toBeGreaterThanOrEqual(5);
});

describe("a SIGTERM during a first start leaves no PostgreSQL and no stack", () => {
  const exists = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );
  test.each<[when: string, reached: (server: RunningServer) => Promise<boolean> | boolean]>([
    [
      "while the database is made",
      async () => (await filesIn("postgres")).some((name) => name.includes(".new-")),
    ],
    ["while PostgreSQL starts", () => exists(join(cluster(), "postmaster.pid"))],
    ["after the migration", (server) => server.output().includes("Migrated")],
    ["when the example begins", (server) => server.output().includes("Creating")],
    ["in the middle of the example", async () => (await filesIn("media")).length > 1],
  ])("%s", { timeout: 60_000 }, async (_when, reached) => {
    const server = spawnServer(await settings(ownerSettings));
    keep(server);
    await expect.poll(() => reached(server), { timeout: 30_000, interval: 2 }).toBe(true);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(server.output()).not.toMatch(/\n\s+at |cannot start|Error/);
    expect(server.output()).not.toContain("The Studio is at");
    expect(await exists(join(cluster(), "postmaster.pid"))).toBe(false);
    expect((await filesIn("postgres")).filter((name) => name.includes(".new-"))).toEqual([]);
  });
  const filesIn = (name: string) => readdir(join(folder(), name)).catch(() => []);
});

test("two nodes that start at once on a new database make one example and one owner", {
  timeout: 90_000,
}, async () => {
  await using database = await createEmptyDatabase();
  const more = { ...ownerSettings, DATABASE_URL: database.url };
  const nodes = await Promise.all([start(more), start(more)]);
  expect(await database.db.user.count()).toBe(1);
  expect(await database.db.entry.count({ where: { type: "page" } })).toBe(2);
  for (const { url } of nodes) expect((await fetch(url)).status).toBe(200);
  // Before the database goes.
  for (const { child, ended } of nodes) {
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  }
});

test("two instances with other folders and ports do not meet", { timeout: 90_000 }, async () => {
  const other = await mkdtemp(join(tmpdir(), "letterpress-start-"));
  await chmod(other, 0o755);
  const [one, two] = await Promise.all([
    start(ownerSettings),
    start({ ...ownerSettings, LETTERPRESS_DATA: other }),
  ]);
  const press = await signedInClient(one.url);
  const tag = await press.entries.tag.create({ fields: { name: "Only here" } });
  await press.entries.tag.publish({ id: tag.id, expectedVersion: 1 });
  expect((await fetch(`${one.url}/tags/only-here`)).status).toBe(200);
  expect((await fetch(`${two.url}/tags/only-here`)).status).toBe(404);
  two.child.kill("SIGTERM");
  await two.ended;
  await rm(other, { recursive: true, force: true });
});
