import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDb, type Db } from "../src/create-db.ts";
import { Prisma } from "../src/generated/client.ts";
import { inSnapshot } from "../src/in-snapshot.ts";
import { isCrowded } from "../src/is-crowded.ts";
import { isOutOfTime } from "../src/is-out-of-time.ts";
import { isTxOutOfTime } from "../src/is-tx-out-of-time.ts";
import type { Reads } from "../src/reads.ts";
import { readsIn } from "../src/reads-in.ts";
import { createTestDatabase, type TestDatabase } from "../testing/create-test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

type Run = <T>(db: Db, fn: (reads: Reads) => Promise<T>) => Promise<T>;
const ways: [string, Run][] = [
  ["a pool", (db, fn) => fn(db)],
  ["a snapshot", (db, fn) => inSnapshot(db, fn)],
  ["a transaction", (db, fn) => db.$transaction((tx) => fn(readsIn(tx)))],
];

describe.each(ways)("reads of %s", (_way, run) => {
  test("send and give the same values, in the same moment of any time zone", async () => {
    const at = new Date("2026-07-01T12:34:56.789Z");
    const first = new Date("0001-01-01T00:00:00.000Z");
    const statement = Prisma.sql`SELECT ${at}::timestamptz AS at, ${first}::timestamptz AS first, ${"it's \\"}::text AS text,
      ${["a", 'b,"c']}::text[] AS texts, ${7}::int AS number, ${null}::text AS nothing,
      ${"0198c6a0-0000-7000-8000-000000000000"}::uuid AS id, ${true}::boolean AS truth`;
    // The third time, it has a name.
    for (let time = 1; time <= 4; time++)
      expect(await run(database.db, (reads) => reads.query(statement))).toEqual([
        {
          at,
          first,
          text: "it's \\",
          texts: ["a", 'b,"c'],
          number: 7,
          nothing: null,
          id: "0198c6a0-0000-7000-8000-000000000000",
          truth: true,
        },
      ]);
  });

  test("say that a statement took too long, and go on", async () => {
    const db = createDb(database.url, { statementTimeout: 50, maxConnections: 1 });
    const slow = run(db, (reads) => reads.query(Prisma.sql`SELECT pg_sleep(5)::text`));
    expect(isOutOfTime(await slow.catch((error: unknown) => error))).toBe(true);
    expect(await run(db, (reads) => reads.query(Prisma.sql`SELECT 1 AS one`))).toEqual([{ one: 1 }]);
    await db.close();
  });

  test("survive the loss of a connection", async () => {
    const db = createDb(database.url, { maxConnections: 1 });
    const end = Prisma.sql`SELECT pg_terminate_backend(pg_backend_pid())::text`;
    await expect(run(db, (reads) => reads.query(end))).rejects.toThrow();
    expect(await run(db, (reads) => reads.query(Prisma.sql`SELECT 1 AS one`))).toEqual([{ one: 1 }]);
    await db.close();
  });
});

test.each(ways.slice(0, 2))("reads of %s that get no connection in time say so", async (_way, run) => {
  const db = createDb(database.url, { maxConnections: 1, acquireTimeout: 500 });
  await inSnapshot(db, async (reads) => {
    await reads.query(Prisma.sql`SELECT 1`);
    const crowded = run(db, (others) => others.query(Prisma.sql`SELECT 1`));
    expect(isCrowded(await crowded.catch((error: unknown) => error))).toBe(true);
  });
  await db.close();
});

describe("a snapshot", () => {
  test("that reads nothing takes no connection", async () => {
    const db = createDb(database.url, { maxConnections: 1, acquireTimeout: 500 });
    await inSnapshot(db, () => inSnapshot(db, (reads) => reads.query(Prisma.sql`SELECT 1`)));
    await db.close();
  });

  test("gives its connection back when it fails, whatever still runs in it", async () => {
    const db = createDb(database.url, { maxConnections: 1 });
    const failing = inSnapshot(db, async (reads) => {
      reads.query(Prisma.sql`SELECT 1 / 0`).catch(() => undefined);
      throw new Error("of its own");
    });
    await expect(failing).rejects.toThrow("of its own");
    expect(await db.query(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    await db.close();
  });

  test("is not read from after it has ended", async () => {
    const late = await inSnapshot(database.db, async (reads) => reads);
    const error = await late.query(Prisma.sql`SELECT 1`).catch((thrown: unknown) => thrown);
    expect(isTxOutOfTime(error)).toBe(true);
  });
});

test("PostgreSQL keeps statements that come again and again, and never many", async () => {
  const db = createDb(database.url, { maxConnections: 1 });
  const kept = async () => {
    const [row] = await db.query<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM pg_prepared_statements`,
    );
    return row?.count ?? 0;
  };
  const numbered = (number: number) => Prisma.raw(`SELECT ${number} AS number`);
  for (let time = 1; time <= 5; time++) await db.query(numbered(0));
  for (let time = 1; time <= 5; time++) await db.query(numbered(1), "fresh");
  expect(await kept()).toBe(1);
  for (let number = 2; number <= 200; number++) await db.query(numbered(number));
  expect(await kept()).toBe(1);
  let most = 0;
  for (let number = 2; number <= 800; number++) {
    for (let time = 1; time <= 3; time++) await db.query(numbered(number));
    if (number % 100 === 0) most = Math.max(most, await kept());
  }
  expect(most).toBeGreaterThan(100);
  expect(most).toBeLessThanOrEqual(301);
  await db.close();
});
