import { setTimeout as sleep } from "node:timers/promises";
import { createUser } from "@letterpress/api/auth/create-user";
import { safe } from "@letterpress/client";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { freePort, type RunningServer } from "../running-server.ts";
import { signedInClient } from "../test-app.ts";
import { useServers } from "../use-servers.ts";

const servers = useServers();

const writers = 8;
/** Milliseconds. */
const stretch = 30_000;
const killAfter = 12_000;
const password = "a long enough password";

interface Node {
  running: RunningServer;
  port: string;
  /** Resolves when it answers again. */
  back: Promise<unknown>;
}

interface Shared {
  id: string;
  end: number;
  /** What was saved, by the version that the answer named, and on top of which version. */
  acknowledged: Map<number, { text: string; seen: number }>;
  /** What may have been saved: its answer was lost. */
  unanswered: Set<string>;
  stale: number;
}

test(`of ${writers} writers on one entry, on two nodes of which one is killed, every acknowledged save is kept as it was, none is overwritten, and versions have no gaps`, {
  timeout: 150_000,
}, async () => {
  await using database = await createTestDatabase();
  await createWriters(database, servers.folder());
  const nodes = await Promise.all([startNode(database.url), startNode(database.url)]);
  const clients = await Promise.all(
    Array.from({ length: writers }, (_, writer) => {
      const node = nodes[writer % nodes.length] as Node;
      return signedInClient(node.running.url, { email: `writer-${writer}@example.com`, password });
    }),
  );
  const created = await clients[0]?.entries.article.create({
    fields: { title: "Written by eight" } as never,
  });
  const id = created?.id ?? "";
  const end = Date.now() + stretch;
  const shared: Shared = { id, end, acknowledged: new Map(), unanswered: new Set(), stale: 0 };
  const writing = clients.map((press, writer) => write(press, writer, nodes[writer % 2] as Node, shared));

  await sleep(killAfter);
  const [, second] = nodes as [Node, Node];
  second.running.child.kill("SIGKILL");
  second.back = second.running.ended.then(async () => {
    second.running = await servers.start({ DATABASE_URL: database.url, PORT: second.port });
  });
  const counts = await Promise.all(writing);

  const rows = await database.db.revision.findMany({ where: { entryId: id }, orderBy: { version: "asc" } });
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
  const texts = new Map(rows.map(({ version, fields }) => [version, textOf(fields)]));
  for (const [version, { text, seen }] of shared.acknowledged)
    expect({ version, text: texts.get(version) }).toEqual({ version: seen + 1, text });
  // Nothing is there that nobody wrote, or twice, and the draft is the last of them.
  const [, ...saved] = [...texts.values()];
  expect(new Set(saved).size).toBe(saved.length);
  const known = new Set([...[...shared.acknowledged.values()].map(({ text }) => text), ...shared.unanswered]);
  expect(saved.filter((text) => !known.has(text ?? ""))).toEqual([]);
  const draft = await database.db.entry.findUniqueOrThrow({ where: { id } });
  expect([draft.version, textOf(draft.fields)]).toEqual([rows.length, saved.at(-1)]);
  // It was a race: many got through, and were refused, and some autosaves are stood for by others.
  expect(counts.filter((kept) => kept > 0).length).toBeGreaterThan(writers / 2);
  expect(shared.stale).toBeGreaterThan(writers);
  expect(rows.some(({ coalesced }) => coalesced)).toBe(true);
  expect(shared.unanswered.size).toBeGreaterThan(0);

  for (const { running } of nodes) running.child.kill("SIGTERM");
  await Promise.all(nodes.map(({ running }) => running.ended));
});

/** Saves again and again on top of what it saw last; gives how often that was kept. */
async function write(
  press: Awaited<ReturnType<typeof signedInClient>>,
  writer: number,
  node: Node,
  shared: Shared,
): Promise<number> {
  let kept = 0;
  let version = 1;
  for (let count = 1; Date.now() < shared.end; count++) {
    const text = `writer ${writer}, text ${count}`;
    const autosave = count % 3 > 0;
    const fields = { standfirst: text };
    const result = await safe(
      press.entries.article.save({ id: shared.id, expectedVersion: version, fields, autosave }),
    );
    if (result.ok) {
      kept++;
      shared.acknowledged.set(result.data.version, { text, seen: version });
      version = result.data.version;
    } else if (result.error.code === "ENTRY_STALE") {
      shared.stale++;
      version = result.error.details.current.version;
    } else if (result.error.code === "UNREACHABLE") {
      shared.unanswered.add(text);
      // Killed servers stop to answer a moment before they have ended.
      await node.running.ended;
      await node.back;
    } else throw new Error(`${result.error.code}: ${result.error.message}`);
  }
  return kept;
}

async function startNode(url: string): Promise<Node> {
  const port = await freePort();
  const running = await servers.start({ DATABASE_URL: url, PORT: port });
  return { running, port, back: Promise.resolve() };
}

async function createWriters(database: TestDatabase, folder: string): Promise<void> {
  const deps = createDeps(database, { dataDir: folder, publicUrl: "http://localhost:3000" });
  for (let writer = 0; writer < writers; writer++)
    await createUser(
      deps,
      { kind: "system", name: "test" },
      { email: `writer-${writer}@example.com`, name: `Writer ${writer}`, role: "editor", password },
    );
}

function textOf(fields: unknown): string | undefined {
  return (fields as { standfirst?: string }).standfirst;
}
