import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test, vi } from "vitest";
import { emit } from "../src/events.ts";
import { createSignals } from "../src/signals.ts";
import { withTx } from "../src/with-tx.ts";
import { eventChannel } from "../src/write-events.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const database = await createTestDatabase();
const { db, url } = database;
afterAll(() => database[Symbol.asyncDispose]());

/** Signals with what they told so far. */
function listening() {
  const signals = createSignals(url);
  const told: (string | null)[] = [];
  const stop = signals.listen(eventChannel, (payload) => told.push(payload));
  return { signals, told, stop, [Symbol.asyncDispose]: () => signals.close() };
}

const happen = () =>
  withTx(db, async (tx) =>
    emit(tx, { kind: "nobody" }, { name: "asset.created", assetId: "01890000-0000-7000-8000-000000000001" }),
  );
const connections = () =>
  db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`;

test("listeners hear when the connection is there, and of each transaction once it can be seen", async () => {
  await using listener = listening();
  expect(listener.signals.isConnected).toBe(false);
  await eventually(() => expect(listener.told).toEqual([null]));
  expect(listener.signals.isConnected).toBe(true);
  await happen();
  await eventually(() => expect(listener.told).toEqual([null, ""]));
  listener.stop();
  await using other = listening();
  await eventually(() => expect(other.told).toEqual([null]));
  await happen();
  await eventually(() => expect(other.told).toEqual([null, ""]));
  expect(listener.told).toEqual([null, ""]);
});

test("a connection that is cut comes back by itself, and says that something may have been missed", async () => {
  await using listener = listening();
  for (const times of [1, 2, 3]) {
    await eventually(() => expect(listener.told.length).toBe(times));
    const wasLost = vi.waitFor(() => expect(listener.signals.isConnected).toBe(false), {
      interval: 1,
      timeout: 10_000,
    });
    for (const { pid } of await connections()) await db.$queryRaw`SELECT pg_terminate_backend(${pid})`;
    await wasLost;
  }
  await eventually(() => expect(listener.told).toEqual([null, null, null, null]));
  expect(listener.signals.isConnected).toBe(true);
  await happen();
  await eventually(() => expect(listener.told.at(-1)).toBe(""));
});

test("nothing is opened before somebody listens, and nothing is left after closing", async () => {
  const signals = createSignals(url);
  await db.$queryRaw`SELECT 1`;
  expect(await connections()).toEqual([]);
  signals.listen(eventChannel, () => undefined);
  await eventually(() => expect(signals.isConnected).toBe(true));
  expect(await connections()).toHaveLength(1);
  await signals.close();
  expect(signals.isConnected).toBe(false);
  await eventually(async () => expect(await connections()).toEqual([]));
});

test("who listens does not keep the process from ending", async () => {
  const module = JSON.stringify(new URL("../src/signals.ts", import.meta.url).href);
  const program = `
    const { createSignals } = await import(${module});
    createSignals(${JSON.stringify(url)}).listen("letterpress_event", () => console.log("connected"));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "pipe" });
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  const [code] = await once(child, "close");
  expect({ code, output }).toEqual({ code: 0, output: "connected\n" });
});
