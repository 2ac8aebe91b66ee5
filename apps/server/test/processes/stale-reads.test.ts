import { Agent } from "node:http";
import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { createClient } from "@letterpress/client";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test, vi } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { rawRequest } from "../read-cache/raw-request.ts";
import { useServers } from "../use-servers.ts";
import { gateToDatabase } from "./gate-to-database.ts";

const servers = useServers();
const system = { kind: "system", name: "test" } as const;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

test("after 200 publishes and unpublishes under load no node has the old bytes, also while one hears nothing", async () => {
  await using database = await createTestDatabase();
  const deps = createDeps(database, { dataDir: servers.folder(), publicUrl: "http://localhost:3000" });
  const { token: apiKey } = await createApiKey(deps, system, { name: "Writer", scope: "write" });
  const gate = await gateToDatabase(database.url);
  const [first, second] = await Promise.all([
    servers.start({ DATABASE_URL: database.url, WORKERS: "1" }),
    servers.start({ DATABASE_URL: gate.url, WORKERS: "1" }),
  ]);
  const nodes = [first.url, second.url];
  const press = createClient({ url: first.url, apiKey });

  const person = await press.entries.person.create({ fields: { name: "Ada" } });
  await press.entries.person.publish({ id: person.id, expectedVersion: person.version });
  const made = await press.entries.article.create({
    fields: { title: "Round 0", slug: "round", body: "Text.", author: person.id },
  });
  const { id } = made;
  let { version } = made;
  await press.entries.article.publish({ id, expectedVersion: version });

  const input = (value: object) => encodeURIComponent(JSON.stringify({ json: value }));
  const paths = [
    "/round",
    "/",
    "/feed.xml",
    `/trpc/content.article.get?input=${input({ slug: "round", include: { author: true } })}`,
    `/trpc/content.article.list?input=${input({ limit: 10, select: { title: true } })}`,
    `/trpc/content.person.get?input=${input({ id: person.id, include: { "article.author": true } })}`,
  ];

  let isOver = false;
  let keptBySecond = 0;
  const readers = nodes.flatMap((node, index) => Array.from({ length: 4 }, () => ({ node, index })));
  const load = readers.map(async ({ node, index }) => {
    while (!isOver)
      for (const path of paths) {
        const { isKept } = await rawRequest(agent, node, path);
        if (isKept && index === 1) keptBySecond++;
      }
  });

  /** What every node answers at this moment, at every address. */
  const everywhere = () =>
    Promise.all(
      nodes.flatMap((node) =>
        paths.map(async (path) => ({ path, ...(await rawRequest(agent, node, path)) })),
      ),
    );

  /** One publish and one unpublish. */
  async function round(number: number): Promise<void> {
    const title = `Round ${number}.`;
    ({ version } = await press.entries.article.save({
      id,
      expectedVersion: version,
      fields: { title, slug: "round", body: "Text.", author: person.id },
    }));
    await press.entries.article.publish({ id, expectedVersion: version });
    for (const answer of await everywhere()) {
      expect(answer.status, answer.path).toBe(200);
      const body = String(answer.body);
      expect(body, answer.path).toContain(title);
      expect(body.match(/Round \d+/g)?.filter((other) => `${other}.` !== title)).toEqual([]);
    }
    await press.entries.article.unpublish({ id });
    for (const answer of await everywhere()) expect(String(answer.body), answer.path).not.toContain("Round");
  }

  try {
    let rounds = 0;
    const go = async (count: number) => {
      for (const end = rounds + count; rounds < end; ) await round(++rounds);
    };
    await go(45);
    expect(keptBySecond).toBeGreaterThan(100);

    gate.set("silent");
    await go(1);
    keptBySecond = 0;
    await go(15);
    expect(keptBySecond).toBe(0);

    gate.set("closed");
    await go(15);
    expect(keptBySecond).toBe(0);

    gate.set("open");
    await vi.waitFor(() => expect(keptBySecond).toBeGreaterThan(0), { timeout: 20_000 });
    keptBySecond = 0;
    await go(24);
    expect(keptBySecond).toBeGreaterThan(20);
  } finally {
    isOver = true;
    await Promise.allSettled(load);
    agent.destroy();
    gate.close();
  }
});
