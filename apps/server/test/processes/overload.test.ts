import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { withTx } from "@letterpress/db/with-tx";
import { expect, test, vi } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { useServers } from "../use-servers.ts";
import { type RawAnswer, rawClient } from "./raw-client.ts";

const servers = useServers();

/** One that the response cache has. */
const hot = "/";

/** Others use the machine, too: what is measured in milliseconds may be measured again. */
const options = { retry: 2 };

test(
  "2,000 slow connections and 500 reads of a database that stands still hold nobody up who can be answered",
  options,
  async () => {
    await using database = await createTestDatabase();
    // Keeps the first start from filling the database with its example.
    const deps = createDeps(database, { dataDir: servers.folder(), publicUrl: "http://localhost:3000" });
    await createApiKey(deps, { kind: "system", name: "test" }, { name: "None", scope: "read" });
    const server = await servers.start({ DATABASE_URL: database.url, WORKERS: "1" });
    const port = Number(new URL(server.url).port);
    const memory = () => residentMegabytes(server.child.pid ?? 0);
    // Also makes the server's code warm, as it is on a node that is under load.
    for (let i = 0; i < 150; i++) await (await fetch(server.url + (i % 2 ? hot : `/warm-${i}`))).text();
    const atRest = await memory();

    const slow = openSlowConnections(port);
    await vi.waitFor(() => expect(slow.connected()).toBe(slow.sockets.length), { timeout: 10_000 });
    const lock = await lockPublished(database.db);
    const reads: Promise<RawAnswer>[] = [];
    const clients = await Promise.all(Array.from({ length: 500 }, () => rawClient(port)));
    const probes = probe(port);
    for (const [index, client] of clients.entries()) {
      reads.push(client.get(index % 2 ? `/slow-${index}` : procedure(`slow-${index}`)));
      if (index % 10 === 0) await pause(10);
    }
    const answers = await Promise.all(reads);
    const peak = await memory();
    const { hot: hotAnswers, health } = await probes.end();

    const released = performance.now();
    lock.release();
    const again = await rawClient(port);
    expect((await again.get("/fresh")).status).toBe(404);
    const recovery = performance.now() - released;
    const fresh = await Promise.all(
      clients
        .slice(0, 100)
        .map(async (client, index) => (await client.get(procedure(`fresh-${index}`))).status),
    );
    await lock.ended;

    // Others waited for their turn, for a second at most; see gate.ts.
    const waited = answers.filter(({ took }) => took > 900);
    const turnedAway = answers.filter((answer) => !waited.includes(answer));
    expect(turnedAway.length).toBeGreaterThan(250);
    expect(new Set(turnedAway.map(({ status }) => status))).toEqual(new Set([503]));
    expect(percentile(turnedAway, 0.95)).toBeLessThan(50);
    for (const { status, head, body } of answers) {
      expect(head).toContain(status === 503 ? "retry-after: 1\r\n" : "json");
      expect(body).toMatch(head.includes("json") ? /"code":"(BUSY|QUERY_TOO_SLOW)"/ : /not available/);
    }
    expect(new Set(waited.map(({ status }) => status))).toEqual(new Set([408, 503]));
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(4_000);
    expect(new Set([...hotAnswers, ...health].map(({ status }) => status))).toEqual(new Set([200]));
    expect(hotAnswers.length).toBeGreaterThan(200);
    expect(percentile(hotAnswers, 0.99)).toBeLessThan(200);
    expect(percentile(health, 0.99)).toBeLessThan(200);
    expect(recovery).toBeLessThan(1_000);
    expect(new Set(fresh)).toEqual(new Set([404]));

    await vi.waitFor(() => expect(slow.unfinished()).toBe(0), { timeout: 15_000, interval: 100 });
    slow.end();
    for (const { socket } of clients) socket.destroy();
    expect(peak).toBeLessThan(atRest + 100);
    expect(await memory()).toBeLessThan(atRest + 60);
  },
);

const procedure = (slug: string) =>
  `/trpc/content.article.get?input=${encodeURIComponent(JSON.stringify({ json: { slug } }))}`;

/** Some send their head byte by byte, some nothing, and some ask and take nothing of the answer. */
function openSlowConnections(port: number) {
  const sockets: Socket[] = [];
  const unfinished = new Set<Socket>();
  const head = `GET ${hot} HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${"slow ".repeat(100)}`;
  let connected = 0;
  for (let index = 0; index < 2_000; index++) {
    const socket = connect(port, "127.0.0.1", () => {
      connected++;
      if (index % 5 === 0) socket.pause().write(`GET ${hot} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    });
    socket.on("error", () => undefined).resume();
    if (index % 5 > 0) {
      unfinished.add(socket);
      socket.once("close", () => unfinished.delete(socket));
    }
    sockets.push(socket);
  }
  // A byte each in half a second, not all of them at once: the asking side must not be what is slow.
  let turn = 0;
  const dripping = setInterval(() => {
    for (let index = turn % 20; index < sockets.length; index += 20) {
      const socket = sockets[index];
      if (index % 5 > 1 && !socket?.destroyed) socket?.write(head[Math.floor(turn / 20)] ?? "x");
    }
    turn++;
  }, 25);
  return {
    sockets,
    connected: () => connected,
    unfinished: () => unfinished.size,
    end() {
      clearInterval(dripping);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Asks for the cached page and for the process's health all the time. */
function probe(port: number) {
  let isOver = false;
  const ask = async (path: string, every: number) => {
    const client = await rawClient(port);
    const answers: RawAnswer[] = [];
    while (!isOver) {
      answers.push(await client.get(path));
      await pause(every);
    }
    client.socket.destroy();
    return answers;
  };
  const running = Promise.all([ask("/healthz", 20), ...Array.from({ length: 4 }, () => ask(hot, 10))]);
  return {
    async end() {
      isOver = true;
      const [health, ...others] = await running;
      return { health: health ?? [], hot: others.flat() };
    },
  };
}

/** From now on nothing that is published can be read from the database. */
async function lockPublished(db: Parameters<typeof withTx>[0]) {
  const locked = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const ended = withTx(
    db,
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE published_entry IN ACCESS EXCLUSIVE MODE`;
      locked.resolve();
      await end.promise;
    },
    { timeout: 30_000 },
  );
  await Promise.race([locked.promise, ended]);
  return { release: () => end.resolve(), ended };
}

function percentile(answers: RawAnswer[], share: number): number {
  const sorted = answers.map(({ took }) => took).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.POSITIVE_INFINITY;
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}
