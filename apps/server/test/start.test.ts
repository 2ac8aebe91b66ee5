import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { safe } from "@letterpress/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  freePort,
  isRunning,
  postmasterOf,
  type RunningServer,
  spawnServer,
  startServer,
} from "./running-server.ts";
import { signedInClient } from "./test-app.ts";
import { owner } from "./test-owner.ts";

let dataDir: string;
const servers: RunningServer[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-start-"));
  // As root PostgreSQL runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
});
afterEach(async () => {
  for (const { child, ended } of servers.splice(0)) {
    child.kill("SIGTERM");
    await ended;
  }
  await rm(dataDir, { recursive: true, force: true });
});

const settings = async (more: Record<string, string> = {}) => ({
  PORT: await freePort(),
  HOST: "127.0.0.1",
  LETTERPRESS_DATA: dataDir,
  ...more,
});
const ownerSettings = { LETTERPRESS_OWNER_EMAIL: owner.email, LETTERPRESS_OWNER_PASSWORD: owner.password };
const cluster = (folder = dataDir) => join(folder, "postgres/cluster");

async function start(more: Record<string, string> = {}) {
  const server = await startServer(await settings(more));
  servers.push(server);
  return server;
}

test("a first start serves the example publication and prints a set-up link", {
  timeout: 90_000,
}, async () => {
  const server = await start();
  for (const path of ["/", "/studio", "/healthz", "/readyz", "/feed.xml", "/client.tgz"])
    expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
  expect(server.output()).toMatch(/\/studio\/set-up#[\w-]{32}\n/);
  const feed = await (await fetch(`${server.url}/feed.xml`)).text();
  expect(feed.match(/<item>/g)?.length).toBeGreaterThanOrEqual(5);
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test("stops the server and PostgreSQL, and the next start has everything", {
    timeout: 90_000,
  }, async () => {
    const first = await start(ownerSettings);
    const postmaster = await postmasterOf(cluster());
    first.child.kill(signal);
    expect(await first.ended).toBe(0);
    expect(await isRunning(postmaster)).toBe(false);
    const second = await start();
    expect(second.output()).not.toContain("set-up");
    expect(second.output()).not.toContain("Creating");
    expect((await fetch(second.url)).status).toBe(200);
  });
});

test("kill -9 of server and PostgreSQL loses no acknowledged save", { timeout: 120_000 }, async () => {
  const first = await start(ownerSettings);
  const press = await signedInClient(first.url);
  const entries = await Promise.all(
    [1, 2, 3, 4].map((number) => press.entries.tag.create({ fields: { name: `Tag ${number}` } })),
  );
  const acknowledged = new Map(entries.map((entry) => [entry.id, 1]));
  const saving = entries.map(async ({ id }) => {
    for (let version = 1; ; version++) {
      const fields = { description: `save ${version}` };
      const saved = await safe(press.entries.tag.save({ id, expectedVersion: version, fields }));
      if (!saved.ok) return;
      acknowledged.set(id, saved.data.version);
    }
  });
  await expect.poll(() => Math.min(...acknowledged.values()), { timeout: 30_000 }).toBeGreaterThan(20);
  const postmaster = await postmasterOf(cluster());
  process.kill(postmaster, "SIGKILL");
  first.child.kill("SIGKILL");
  await Promise.all(saving);
  await first.ended;

  const second = await start();
  const again = await signedInClient(second.url);
  for (const [id, version] of acknowledged) {
    const entry = await again.entries.tag.get({ id });
    // One more may have been written whose answer did not arrive.
    expect([version, version + 1]).toContain(entry.version);
    expect(entry.fields.description).toBe(`save ${entry.version - 1}`);
  }
});

test("kill -9 of the server alone leaves a PostgreSQL that the next start takes over and stops", {
  timeout: 90_000,
}, async () => {
  const first = await start(ownerSettings);
  const postmaster = await postmasterOf(cluster());
  first.child.kill("SIGKILL");
  await first.ended;
  expect(await isRunning(postmaster)).toBe(true);
  const second = await start();
  expect(await postmasterOf(cluster())).toBe(postmaster);
  second.child.kill("SIGTERM");
  await second.ended;
  expect(await isRunning(postmaster)).toBe(false);
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

describe("what cannot work ends with one sentence", () => {
  const failure = async (more: Record<string, string>) => {
    const server = spawnServer(await settings(more));
    expect(await server.ended).toBe(1);
    expect(server.output()).not.toMatch(/\n\s+at /);
    return server.output().trim().split("\n").at(-1);
  };

  test("a wrong setting", async () => {
    expect(await failure({ PORT: "eighty" })).toBe(
      "Letterpress cannot start. PORT must be a port number from 0 to 65535.",
    );
  });

  test("a database that does not answer", async () => {
    const port = await freePort();
    expect(await failure({ DATABASE_URL: `postgresql://u:secret@127.0.0.1:${port}/x` })).toBe(
      `Letterpress cannot start. The database at 127.0.0.1:${port}/x cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
    );
  });

  test("a port that is taken, and PostgreSQL stops with it", { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await failure({ PORT: String(port) })).toBe(
      `Letterpress cannot start. Port ${port} is taken by another program: stop that one, or set PORT to a free port.`,
    );
    await expect(postmasterOf(cluster())).rejects.toThrow("ENOENT");
    taken.close();
  });
});
