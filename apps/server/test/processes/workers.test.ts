import { execFile } from "node:child_process";
import { once } from "node:events";
import { Agent, get, type IncomingMessage, request } from "node:http";
import { promisify } from "node:util";
import type { Actor } from "@letterpress/api/access/actor";
import { createOwner } from "@letterpress/api/auth/set-up";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { scheduleEntry } from "@letterpress/api/scheduling/schedule-entry";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { isRunning, type RunningServer, spawnServer } from "../running-server.ts";
import { signedInClient } from "../test-app.ts";
import { owner } from "../test-owner.ts";
import { useServers } from "../use-servers.ts";

const servers = useServers();
const workers = 3;
const system: Actor = { kind: "system", name: "test" };

/** Of a publication that is not new: a new one would get an example first. */
async function ownedDatabase() {
  const database = await createTestDatabase();
  const deps = createDeps(database, { dataDir: servers.folder(), publicUrl: "http://localhost:3000" });
  await createOwner(deps, system, owner);
  return { database, deps };
}

async function startWorkers() {
  const { database, deps } = await ownedDatabase();
  const server = await servers.start({
    DATABASE_URL: database.url,
    WORKERS: String(workers),
    LOG_LEVEL: "info",
  });
  await expect.poll(() => listening(server), { timeout: 15_000 }).toBe(workers);
  return { database, deps, server };
}

/** Each says so in its log. */
const listening = (server: RunningServer) => logged(server, "Server listening").length;

/** Ids of the processes whose log has the message. */
function logged(server: RunningServer, message: string, from = 0): number[] {
  const lines = server.output().slice(from).split("\n");
  const found = lines.filter((line) => line.startsWith("{") && line.includes(message));
  return [...new Set(found.map((line) => (JSON.parse(line) as { pid: number }).pid))];
}

async function workersOf({ child }: RunningServer): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  const rows = stdout
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  return rows.filter(([, parent]) => parent === child.pid).map(([pid = 0]) => pid);
}

/** On a connection of its own. */
async function ask(server: RunningServer, agent?: Agent): Promise<number | undefined> {
  const [response] = (await once(get(`${server.url}/healthz`, { agent: agent ?? false }), "response")) as [
    IncomingMessage,
  ];
  await once(response.resume(), "end");
  return response.statusCode;
}

test("connections go to the workers in turn, a killed one is replaced while the others serve, what is due is published once, and a stop answers what runs", {
  timeout: 60_000,
}, async () => {
  const { database, deps, server } = await startWorkers();
  await using _ = database;
  const { cookie } = await signedInClient(server.url);
  const first = await workersOf(server);
  expect(first.length).toBe(workers);
  const from = server.output().length;
  for (let turn = 0; turn < 2 * workers; turn++) expect(await ask(server)).toBe(200);
  expect(logged(server, "incoming request", from).sort()).toEqual(first.sort());

  const due: string[] = [];
  const at = new Date(Date.now() + 3_600_000);
  for (let number = 0; number < 12; number++) {
    const { id } = await createEntry(deps, system, { type: "tag", fields: { name: `Tag ${number}` } });
    await scheduleEntry(deps, system, { type: "tag", id, expectedVersion: 1, at });
    due.push(id);
  }
  // All at once, as the time of each has come: the workers ask for them a few times a second.
  await database.db.$executeRaw`UPDATE entry SET scheduled_for = now() WHERE scheduled_for IS NOT NULL`;

  process.kill(first[0] ?? 0, "SIGKILL");
  // One at most was on its way to the killed one.
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask(server).catch(() => "cut off")));
  expect(answers.filter((answer) => answer !== 200).length).toBeLessThanOrEqual(1);
  const since = server.output().length;
  await expect.poll(() => listening(server), { timeout: 15_000 }).toBe(workers + 1);
  const now = await workersOf(server);
  expect(now.filter((pid) => !first.includes(pid)).length).toBe(1);
  for (let turn = 0; turn < 2 * workers; turn++) expect(await ask(server)).toBe(200);
  expect(logged(server, "incoming request", since).sort()).toEqual(now.sort());

  const isDue = { id: { in: due }, scheduledFor: { not: null } };
  await expect.poll(() => database.db.entry.count({ where: isDue }), { timeout: 10_000 }).toBe(0);
  const published = await database.db.event.findMany({ where: { name: "entry.published" } });
  expect(published.map(({ entryId }) => entryId).sort()).toEqual(due.sort());

  // Of one account, whichever worker is asked.
  const codes: unknown[] = [];
  for (let attempt = 0; attempt < 22; attempt++) {
    const sent = request(`${server.url}/trpc/auth.signIn`, {
      method: "POST",
      agent: false,
      headers: { "content-type": "application/json" },
    });
    sent.end(JSON.stringify({ json: { email: "nobody@example.com", password: "wrong password" } }));
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    await once(response.resume(), "end");
    codes.push(response.statusCode);
  }
  expect(codes).toEqual([...Array(20).fill(401), 429, 429]);

  const { upload, rest } = await postponedUpload(server, cookie());
  const answered = once(upload, "response") as Promise<[IncomingMessage]>;
  server.child.kill("SIGTERM");
  await expect
    .poll(() =>
      ask(server).then(
        () => "open",
        () => "closed",
      ),
    )
    .toBe("closed");
  upload.end(rest);
  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  response.resume();
  expect(await server.ended).toBe(0);
  for (const pid of now) expect(await isRunning(pid)).toBe(false);
});

/** The server has begun with it, and waits for the rest. */
async function postponedUpload(server: RunningServer, cookie: string) {
  const upload = request(`${server.url}/uploads?filename=note.txt`, {
    method: "POST",
    agent: new Agent({ keepAlive: true }),
    headers: {
      cookie,
      "content-type": "text/plain",
      "content-length": 8,
      expect: "100-continue",
    },
  });
  upload.flushHeaders();
  await once(upload, "continue");
  upload.write("some");
  return { upload, rest: "text" };
}

test("kill -9 of the supervisor leaves no process", async () => {
  const { database, server } = await startWorkers();
  await using _ = database;
  const all = await workersOf(server);
  expect(all.length).toBe(workers);
  server.child.kill("SIGKILL");
  for (const pid of all) await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false);
  await expect(ask(server)).rejects.toThrow("ECONNREFUSED");
});

test("a port that is taken is said once", async () => {
  const { database } = await ownedDatabase();
  await using _ = database;
  const taken = await servers.start({ DATABASE_URL: database.url });
  const second = spawnServer(
    await servers.settings({ DATABASE_URL: database.url, WORKERS: "3", PORT: new URL(taken.url).port }),
  );
  expect(await second.ended).toBe(1);
  expect(second.output().match(/cannot start/g)?.length).toBe(1);
  expect(second.output()).toMatch(/cannot start\. Port \d+ is taken by another program/);
});
