import { afterAll, beforeAll, expect, test } from "vitest";
import { createDb, type Db } from "../src/create-db.ts";
import { Prisma } from "../src/generated/client.ts";
import { isOutOfTime } from "../src/is-out-of-time.ts";
import { createTestDatabase, type TestDatabase } from "../testing/create-test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.$executeRaw`CREATE TABLE thing (number int)`;
  await database.db.$executeRaw`INSERT INTO thing VALUES (7)`;
});
afterAll(() => database[Symbol.asyncDispose]());

const pid = Prisma.sql`SELECT pg_backend_pid() AS pid`;

/** A database whose lane is connected, and the process of it, beside two connections of its pool. */
async function withLane(statementTimeout = 3_000): Promise<{ db: Db; lane: number }> {
  const db = createDb(database.url, { lanes: 1, maxConnections: 2, statementTimeout });
  const pooled = await db.query<{ pid: number }>(pid, "fresh");
  const single = async () => (await db.query<{ pid: number }>(pid))[0]?.pid;
  await expect.poll(single).not.toBe(pooled[0]?.pid);
  return { db, lane: (await single()) ?? 0 };
}

test("statements that are sent together get each its own answer, whatever becomes of the others", async () => {
  const { db } = await withLane(100);
  const asked = Array.from({ length: 40 }, (_, index) => {
    if (index === 10) return db.query(Prisma.sql`SELECT 1 / ${0}::int AS number`);
    if (index === 20) return db.query(Prisma.sql`SELECT pg_sleep(5)::text`);
    return db.query(Prisma.sql`SELECT ${index}::int AS number`);
  });
  const answers = await Promise.allSettled(asked);
  for (const [index, answer] of answers.entries()) {
    const reason = answer.status === "rejected" ? answer.reason : undefined;
    if (index === 10) expect(String(reason)).toMatch("division by zero");
    else if (index === 20) expect(isOutOfTime(reason)).toBe(true);
    else expect(answer).toMatchObject({ value: [{ number: index }] });
  }
  await db.close();
});

test("what was on its way when a lane is lost is answered all the same", async () => {
  const { db, lane } = await withLane();
  const asked = Array.from({ length: 10 }, (_, index) =>
    db.query(Prisma.sql`SELECT ${index}::int AS number, pg_sleep(0.1)::text`),
  );
  await database.db.$queryRaw`SELECT pg_terminate_backend(${lane}::int)`;
  const answers = (await Promise.all(asked)) as { number: number }[][];
  expect(answers.map(([row]) => row?.number)).toEqual(asked.map((_, index) => index));
  // It comes back.
  const next = async () => (await db.query<{ pid: number }>(pid))[0]?.pid;
  const pooled = (await db.query<{ pid: number }>(pid, "fresh"))[0]?.pid;
  await expect.poll(next, { timeout: 10_000 }).not.toBe(pooled);
  await db.close();
});

test("a statement that hangs holds nobody up who comes later, and those behind it for less than a second", async () => {
  const { db, lane } = await withLane();
  let hanging: Promise<unknown> | undefined;
  await database.db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE thing`;
      hanging = db.query(Prisma.sql`SELECT number FROM thing`);
      const behind = db.query<{ pid: number }>(pid);
      // Longer than a lane may be silent that still gets something to do, and shorter than it is kept.
      await tx.$queryRaw`SELECT pg_sleep(0.15)::text`;
      const later = db.query<{ pid: number }>(pid);
      expect(await Promise.race([behind.then(() => "behind"), later.then(() => "later")])).toBe("later");
      expect((await later)[0]?.pid).not.toBe(lane);
      expect(await behind).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
  expect(await hanging).toEqual([{ number: 7 }]);
  await db.close();
});

test("closing waits for what is on its way", async () => {
  const { db } = await withLane();
  const asked = db.query(Prisma.sql`SELECT 1 AS one, pg_sleep(0.2)::text`);
  await db.close();
  expect(await asked).toMatchObject([{ one: 1 }]);
});
