import { type ChildProcess, spawn } from "node:child_process";
import { on, once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { keeperLock, keeperName } from "../../src/embedded/keeper.ts";
import { readPostmaster, runsCluster } from "../../src/embedded/read-postmaster.ts";
import { startEmbedded } from "../../src/embedded/start-embedded.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function useCluster(
  dataDir: string,
  task = "",
  options: { detached?: boolean } = {},
): { child: ChildProcess; lines: AsyncIterator<string[]> } {
  const script = join(import.meta.dirname, "use-cluster.ts");
  const child = spawn(process.execPath, [script, dataDir, task], {
    ...options,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const output = createInterface({ input: child.stdout });
  return { child, lines: on(output, "line", { close: ["close"] }) };
}

async function nextLine(lines: AsyncIterator<string[]>): Promise<string> {
  const { value, done } = await lines.next();
  if (done) throw new Error("The process ended without a word.");
  return value[0] as string;
}

async function postmasterPid(dataDir: string): Promise<number> {
  const postmaster = await readPostmaster(join(dataDir, "cluster"));
  if (!postmaster?.running) throw new Error(`No PostgreSQL runs in ${dataDir}.`);
  return postmaster.pid;
}

async function answersAgain(url: string): Promise<void> {
  const one = () => query(url, "SELECT 1 AS one").catch(() => []);
  await expect.poll(one, { timeout: 15_000 }).toEqual([{ one: 1 }]);
}

const runs = (pid: number, dataDir: string) => runsCluster(pid, join(dataDir, "cluster"));

test("it starts in an empty folder and leaves no process behind", async () => {
  await using folder = await temporaryFolder();
  const embedded = await startEmbedded({ dataDir: folder.path });
  const [row] = await query(
    embedded.url,
    "SELECT current_database() AS name, current_setting('fsync') AS fsync",
  );
  expect(row).toEqual({ name: "letterpress", fsync: "on" });

  const pid = await postmasterPid(folder.path);
  await embedded.stop();
  expect(await runs(pid, folder.path)).toBe(false);
  expect(await readPostmaster(join(folder.path, "cluster"))).toBeUndefined();
});

test("nobody gets in without the password, and nobody else can read it", async () => {
  await using folder = await temporaryFolder();
  const embedded = await startEmbedded({ dataDir: folder.path });
  const url = new URL(embedded.url);
  url.password = "guess";
  await expect(query(url.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect((await stat(join(folder.path, "cluster", "letterpress.password"))).mode & 0o077).toBe(0);
  await embedded.stop();
});

test("processes that start at the same moment share one PostgreSQL, which the last one stops", async () => {
  await using folder = await temporaryFolder();
  const users = [1, 2, 3].map(() => useCluster(folder.path));
  const ready = await Promise.all(users.map(({ lines }) => nextLine(lines)));
  const ports = ready.map((line) => new URL(line.replace("ready ", "")).port);
  expect(new Set(ports).size).toBe(1);

  const pid = await postmasterPid(folder.path);
  for (const { child, lines } of users) {
    expect(await runs(pid, folder.path)).toBe(true);
    child.stdin?.end();
    expect(await nextLine(lines)).toBe("stopped");
  }
  expect(await runs(pid, folder.path)).toBe(false);
});

test("processes that stop at the same moment leave no PostgreSQL behind", async () => {
  await using folder = await temporaryFolder();
  const users = await Promise.all([1, 2, 3].map(() => startEmbedded({ dataDir: folder.path })));
  const pid = await postmasterPid(folder.path);
  await Promise.all(users.map((user) => user.stop()));
  expect(await runs(pid, folder.path)).toBe(false);
});

test("a connection of somebody else keeps it running", async () => {
  await using folder = await temporaryFolder();
  const embedded = await startEmbedded({ dataDir: folder.path });
  const url = new URL(embedded.url);
  url.search = "?application_name=psql";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();

  const pid = await postmasterPid(folder.path);
  await embedded.stop();
  expect(await runs(pid, folder.path)).toBe(true);
  expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await client.end();
  await (await startEmbedded({ dataDir: folder.path })).stop();
  expect(await runs(pid, folder.path)).toBe(false);
});

test("every acknowledged row survives a kill -9 of both Node and PostgreSQL", async () => {
  await using folder = await temporaryFolder();
  const { child, lines } = useCluster(folder.path, "write");
  await nextLine(lines);
  let acknowledged = 0;
  while (acknowledged < 200) acknowledged = Number(await nextLine(lines));

  process.kill(await postmasterPid(folder.path), "SIGKILL");
  child.kill("SIGKILL");
  await once(child, "exit");

  const embedded = await startEmbedded({ dataDir: folder.path });
  const [row] = await query(embedded.url, "SELECT count(*)::int AS rows, max(number) AS last FROM saved");
  expect(row?.rows).toBeGreaterThanOrEqual(acknowledged);
  expect(row?.rows).toBe(row?.last);
  await embedded.stop();
});

test("after a kill -9 of Node the next start joins the PostgreSQL that is left, and stops it", async () => {
  await using folder = await temporaryFolder();
  const { child, lines } = useCluster(folder.path);
  await nextLine(lines);
  const pid = await postmasterPid(folder.path);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await runs(pid, folder.path)).toBe(true);

  const embedded = await startEmbedded({ dataDir: folder.path });
  expect(await postmasterPid(folder.path)).toBe(pid);
  await embedded.stop();
  expect(await runs(pid, folder.path)).toBe(false);
});

test("a Ctrl-C at the terminal does not reach PostgreSQL", async () => {
  await using folder = await temporaryFolder();
  // A process group of its own, as a shell gives to each command; the process does not handle SIGINT.
  const { child, lines } = useCluster(folder.path, "", { detached: true });
  await nextLine(lines);
  const pid = await postmasterPid(folder.path);
  process.kill(-Number(child.pid), "SIGINT");
  await once(child, "exit");

  const embedded = await startEmbedded({ dataDir: folder.path });
  expect(await postmasterPid(folder.path)).toBe(pid);
  await embedded.stop();
});

test("who starts while another stops PostgreSQL waits for the end and gets a new one", async () => {
  await using folder = await temporaryFolder();
  const { child, lines } = useCluster(folder.path);
  const url = new URL((await nextLine(lines)).replace("ready ", ""));
  url.pathname = "/postgres";
  child.kill("SIGKILL");
  await once(child, "exit");
  const pid = await postmasterPid(folder.path);

  // What the last user does, slowed down: it takes the lock alone, and only then stops the server.
  const stopping = new pg.Client({ connectionString: url.href });
  stopping.on("error", () => undefined);
  await stopping.connect();
  await stopping.query("SELECT pg_advisory_lock($1)", [keeperLock]);
  const said: string[] = [];
  const starting = startEmbedded({ dataDir: folder.path, log: (line) => said.push(line) });
  const knocking = "SELECT FROM pg_stat_activity WHERE application_name = $1";
  while ((await stopping.query(knocking, [keeperName])).rowCount === 0) await delay(2);
  process.kill(pid, "SIGINT");

  const embedded = await starting;
  expect(await postmasterPid(folder.path)).not.toBe(pid);
  expect(said).toEqual([]);
  await embedded.stop();
});

test.for(["SIGKILL", "SIGINT"])(
  "a PostgreSQL that ends by %s is started again on the same port",
  async (signal) => {
    await using folder = await temporaryFolder();
    const said: string[] = [];
    const embedded = await startEmbedded({ dataDir: folder.path, log: (line) => said.push(line) });
    const pid = await postmasterPid(folder.path);
    process.kill(pid, signal);
    await answersAgain(embedded.url);
    expect(await postmasterPid(folder.path)).not.toBe(pid);
    expect(said).toEqual(["The embedded PostgreSQL went away. Starting it again."]);
    await embedded.stop();
  },
);

test("a kill -9 of one of its backends is survived, too", async () => {
  await using folder = await temporaryFolder();
  const embedded = await startEmbedded({ dataDir: folder.path });
  const client = new pg.Client({ connectionString: embedded.url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  const ended = new Promise((resolve) => client.once("end", resolve));
  process.kill(rows[0].pid, "SIGKILL");
  await ended;
  await answersAgain(embedded.url);
  const pid = await postmasterPid(folder.path);
  await embedded.stop();
  expect(await runs(pid, folder.path)).toBe(false);
});

test("a lock file that names somebody else's process does not prevent a start", async () => {
  await using folder = await temporaryFolder();
  const cluster = join(folder.path, "cluster");
  const { child, lines } = useCluster(folder.path);
  await nextLine(lines);
  child.kill("SIGKILL");
  process.kill(await postmasterPid(folder.path), "SIGKILL");

  // The user is the same, which is when PostgreSQL alone would believe the file.
  const { uid, gid } = await stat(cluster);
  const stranger = spawn("sleep", ["60"], { uid, gid, stdio: "ignore" });
  const lockFile = join(cluster, "postmaster.pid");
  const content = await readFile(lockFile, "utf8");
  await writeFile(lockFile, content.replace(/^\d+/, String(stranger.pid)));

  const embedded = await startEmbedded({ dataDir: folder.path });
  expect(await postmasterPid(folder.path)).not.toBe(stranger.pid);
  await embedded.stop();
  stranger.kill();
});

test("a first start that is killed half-way does not spoil the next", async () => {
  await using folder = await temporaryFolder();
  const { child } = useCluster(folder.path);
  const begun = async () => (await readdir(folder.path)).some((name) => name.startsWith("cluster.new-"));
  while (!(await begun())) await delay(5);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await readdir(folder.path)).not.toContain("cluster");

  const embedded = await startEmbedded({ dataDir: folder.path });
  expect(await query(embedded.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await embedded.stop();
});
