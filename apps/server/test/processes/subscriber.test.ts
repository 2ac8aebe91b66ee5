import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { createClient, type PressEvent } from "@letterpress/client";
import { emit } from "@letterpress/db/events";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { withTx } from "@letterpress/db/with-tx";
import { expect, test, vi } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { useServers } from "../use-servers.ts";

const servers = useServers();
const system = { kind: "system", name: "test" } as const;

const changes = 5_000;
const reconnects = 100;

test("a subscriber that reconnects 100 times during 5,000 changes receives each exactly once, in order", async () => {
  await using database = await createTestDatabase();
  const { db, url } = database;
  const deps = createDeps(database, { dataDir: servers.folder(), publicUrl: "http://localhost:3000" });
  // Also keeps the first start from filling the database with its example.
  const { token: apiKey } = await createApiKey(deps, system, { name: "Subscriber", scope: "write" });
  const nodes = await Promise.all([1, 2].map(() => servers.start({ DATABASE_URL: url })));
  const start = await deps.events.latestId();

  // Each connection is to the other node than the last, and is cut after some bytes, in the middle of a message.
  let connections = 0;
  const alternating: typeof fetch = async (input, init) => {
    const node = nodes[connections++ % 2]?.url ?? "";
    const { pathname, search } = new URL(String(input));
    const response = await fetch(`${node}${pathname}${search}`, init);
    if (connections > reconnects || !response.body) return response;
    return new Response(response.body.pipeThrough(cutAfter(randomInt(1_000, 16_000))), response);
  };
  // The longer and longer pauses between connections that do not last are random parts of a longest one: here, nothing.
  using _ = vi.spyOn(Math, "random").mockReturnValue(0);
  const end = new AbortController();
  const received: PressEvent[] = [];
  const subscriber = createClient({ url: "http://localhost", apiKey, fetch: alternating });
  const following = (async () => {
    const input = { lastEventId: String(start) };
    for await (const message of subscriber.events.subscribe(input, { signal: end.signal }))
      if (message.kind === "event") received.push(message.event);
  })();

  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let left = (changes - 200) / 8; left > 0; left -= 5)
      await withTx(db, async (tx) => {
        for (let i = 0; i < 5; i++)
          emit(tx, system, { name: "redirect.created", path: `/${writer}/${left - i}`, target: "/" });
        await pause(randomInt(120));
      });
  });
  const editors = nodes.map(async ({ url: node }, index) => {
    const press = createClient({ url: node, apiKey });
    for (let i = 0; i < 100; i++) {
      await press.entries.tag.create({ fields: { name: `Tag ${index} ${i}` } });
      await pause(randomInt(60));
    }
  });
  await Promise.all([...writers, ...editors]);

  const written = await db.event.findMany({ where: { id: { gt: start } }, orderBy: { id: "asc" } });
  expect(written).toHaveLength(changes);
  await vi.waitFor(
    () => {
      expect(connections).toBeGreaterThan(reconnects);
      expect(received.length).toBeGreaterThanOrEqual(changes);
    },
    { timeout: 20_000, interval: 100 },
  );
  end.abort();
  await following;
  expect(received.map(({ id }) => id)).toEqual(written.map(({ id }) => String(id)));
});

function cutAfter(bytes: number) {
  let left = bytes;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.error(new Error("The connection is cut."));
    },
  });
}
