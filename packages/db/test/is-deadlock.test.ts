import { afterAll, expect, test } from "vitest";
import { isDeadlock } from "../src/is-deadlock.ts";
import { type Tx, withTx } from "../src/with-tx.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

const database = await createTestDatabase();
afterAll(() => database[Symbol.asyncDispose]());

const lock = (tx: Tx, id: string) =>
  tx.user.updateMany({ where: { email: `${id}@example.com` }, data: { name: id } });
const lockRaw = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM "user" WHERE email = ${`${id}@example.com`} FOR UPDATE`;

test.each([
  ["Prisma's own", lock],
  ["raw SQL", lockRaw],
])("a deadlock is told from other errors, in %s", async (_what, take) => {
  for (const id of ["a", "b"])
    await database.db.user.upsert({
      where: { email: `${id}@example.com` },
      create: { email: `${id}@example.com`, name: id, role: "author", passwordHash: "-" },
      update: {},
    });
  const has = { a: Promise.withResolvers<void>(), b: Promise.withResolvers<void>() };
  const both = (first: "a" | "b", second: "a" | "b") =>
    withTx(database.db, async (tx) => {
      await take(tx, first);
      has[first].resolve();
      await has[second].promise;
      await take(tx, second);
    }).then(
      () => "done",
      (error: unknown) => isDeadlock(error),
    );
  expect((await Promise.all([both("a", "b"), both("b", "a")])).sort()).toEqual(["done", true]);
  expect(isDeadlock(new Error("another"))).toBe(false);
});
