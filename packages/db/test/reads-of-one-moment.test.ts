import { afterAll, beforeAll, expect, test } from "vitest";
import { Prisma } from "../src/generated/client.ts";
import { MomentLost, readsOfOneMoment } from "../src/reads-of-one-moment.ts";
import { createTestDatabase, type TestDatabase } from "../testing/create-test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const numbers = (count: number) => Prisma.sql`SELECT number FROM generate_series(1, ${count}::int) number`;
const happen = () =>
  database.db.$queryRaw<{ id: bigint }[]>`
    INSERT INTO event (name, actor, payload, created_at) VALUES ('entry.saved', '{}', '{}', now()) RETURNING id`;

test("reads between which nothing happened say which event was the last", async () => {
  const [event] = await happen();
  const one = readsOfOneMoment(database.reads);
  const rows = await Promise.all(
    [0, 1, 3].map((count) => one.reads.query<{ number: number }>(numbers(count))),
  );
  expect(rows.map((some) => some.map(({ number }) => number))).toEqual([[], [1], [1, 2, 3]]);
  expect(one.moment).toBe(event?.id);
});

test("a read after an event is refused, and so is whatever follows", async () => {
  const one = readsOfOneMoment(database.reads);
  await one.reads.query(numbers(1));
  await happen();
  await expect(one.reads.query(numbers(0))).rejects.toThrow(MomentLost);
  await expect(one.reads.inSnapshot((reads) => reads.query(numbers(1)))).rejects.toThrow(MomentLost);
  expect(one.moment).toBeNull();
});

test("what takes many statements is not read so", async () => {
  const one = readsOfOneMoment(database.reads);
  for (let count = 1; count <= 8; count++) await one.reads.query(numbers(count));
  await expect(one.reads.query(numbers(1))).rejects.toThrow(MomentLost);
});
