import { expect, test } from "vitest";
import { createDb } from "../src/create-db.ts";
import { Prisma } from "../src/generated/client.ts";
import { isCrowded } from "../src/is-crowded.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

test("whoever finds no connection in time is told so, in whatever way they ask", async () => {
  await using database = await createTestDatabase();
  const small = createDb(database.url, { maxConnections: 1, acquireTimeout: 100 });
  const holding = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holder = small.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    held.resolve();
    await holding.promise;
  });
  await held.promise;
  const errors = await Promise.all(
    [
      () => small.$queryRaw`SELECT 1`,
      () => small.entry.count(),
      () => small.$transaction((tx) => tx.entry.count(), { maxWait: 5_000 }),
      () => small.inSnapshot((reads) => reads.query(Prisma.sql`SELECT 1`)),
    ].map((ask) => Promise.resolve(ask()).catch((error: unknown) => error)),
  );
  expect(errors.map(isCrowded)).toEqual([true, true, true, true]);
  holding.resolve();
  await holder;
  await small.close();
});

test("where too many wait for a connection already, the next one is told so at once", async () => {
  await using database = await createTestDatabase();
  const small = createDb(database.url, { maxConnections: 1, acquireTimeout: 20_000, maxWaiting: 10 });
  const holding = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holder = small.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    held.resolve();
    await holding.promise;
  });
  await held.promise;
  const asked = Array.from({ length: 30 }, (_, index) =>
    Promise.resolve(index % 2 ? small.entry.count() : small.query(Prisma.sql`SELECT 1 AS one`)).catch(
      (error: unknown) => error,
    ),
  );
  const first = await Promise.race(asked);
  expect(isCrowded(first)).toBe(true);
  holding.resolve();
  await holder;
  const answers = await Promise.all(asked);
  expect(answers.filter(isCrowded)).toHaveLength(20);
  expect(answers.filter((answer) => !(answer instanceof Error))).toHaveLength(10);
  await small.close();
});
