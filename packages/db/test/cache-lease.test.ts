import { randomUUID } from "node:crypto";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { endLease, leaseLength, renewLease } from "../src/cache-lease.ts";
import { emit } from "../src/events.ts";
import { createSignals } from "../src/signals.ts";
import { withTx } from "../src/with-tx.ts";
import { eventChannel } from "../src/write-events.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

const database = await createTestDatabase();
const { db } = database;
const signals = createSignals(database.url);
signals.listen(eventChannel, () => undefined);
await vi.waitFor(() => expect(signals.isConnected).toBe(true), { timeout: 10_000 });
afterAll(async () => {
  await signals.close();
  await database[Symbol.asyncDispose]();
});
afterEach(() => db.cacheNode.deleteMany());

const assetId = "01890000-0000-7000-8000-000000000001";
const change = (name: "asset.updated" | "asset.created") =>
  withTx(db, async (tx) => emit(tx, { kind: "nobody" }, { name, assetId }));
const latestId = async () => (await db.event.aggregate({ _max: { id: true } }))._max.id ?? 0n;
const renew = (nodeId: string, seen: bigint) => renewLease(signals.query, { nodeId, seen });

test("a change of what readers see is done when each cache has seen it", async () => {
  const nodeId = randomUUID();
  const seen = await latestId();
  expect(await renew(nodeId, seen)).toBe(true);
  let isDone = false;
  const changing = change("asset.updated").then(() => {
    isDone = true;
  });
  const id = await vi.waitFor(async () => {
    const latest = await latestId();
    expect(latest).toBeGreaterThan(seen);
    return latest;
  });
  expect(isDone).toBe(false);
  expect(await renew(nodeId, id)).toBe(true);
  await changing;
});

test("a process that is gone holds a change up for as long as its lease, at most", async () => {
  expect(await renew(randomUUID(), await latestId())).toBe(true);
  const start = performance.now();
  await change("asset.updated");
  const took = performance.now() - start;
  expect(took).toBeGreaterThan(leaseLength / 2);
  expect(took).toBeLessThan(leaseLength + 1_000);
});

test("what readers do not see waits for nobody", async () => {
  const nodeId = randomUUID();
  await renew(nodeId, await latestId());
  await change("asset.created");
  const node = await db.cacheNode.findUniqueOrThrow({ where: { id: nodeId } });
  expect(node.seenEventId).toBeLessThan(await latestId());
});

test("who lacks an event gets no longer lease, however often they ask", async () => {
  const nodeId = randomUUID();
  const seen = await latestId();
  await renew(nodeId, seen);
  const before = await db.cacheNode.findUniqueOrThrow({ where: { id: nodeId } });
  await change("asset.created");
  expect(await renew(nodeId, seen)).toBe(false);
  expect(await db.cacheNode.findUniqueOrThrow({ where: { id: nodeId } })).toEqual(before);
  expect(await renew(nodeId, await latestId())).toBe(true);
});

test("a process that has ended its lease is waited for by nobody", async () => {
  const nodeId = randomUUID();
  await renew(nodeId, await latestId());
  await endLease(db, nodeId);
  await change("asset.updated");
  expect(await db.cacheNode.count()).toBe(0);
});
