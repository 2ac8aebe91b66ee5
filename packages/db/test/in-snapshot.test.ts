import { afterAll, beforeAll, expect, test } from "vitest";
import { createDb, type Db } from "../src/create-db.ts";
import { Prisma } from "../src/generated/client.ts";
import { inRollback } from "../src/in-rollback.ts";
import { inSnapshot } from "../src/in-snapshot.ts";
import type { Reads } from "../src/reads.ts";
import { readsIn } from "../src/reads-in.ts";
import { createTestDatabase, type TestDatabase } from "../testing/create-test-database.ts";

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await db.$executeRaw`CREATE TABLE note (id int PRIMARY KEY, text text UNIQUE)`;
  await db.$executeRaw`INSERT INTO note VALUES (1, 'first')`;
});
afterAll(() => database[Symbol.asyncDispose]());

const notes = async (reads: Reads) =>
  (await reads.query<{ text: string }>(Prisma.sql`SELECT text FROM note ORDER BY id`)).map(
    ({ text }) => text,
  );

test("reads of a snapshot see one moment, whatever is committed between them", async () => {
  const seen = await inSnapshot(db, async (reads) => {
    const before = await notes(reads);
    await db.$executeRaw`INSERT INTO note VALUES (2, 'second')`;
    return [before, await notes(reads)];
  });
  expect(seen).toEqual([["first"], ["first"]]);
  expect(await notes(db)).toEqual(["first", "second"]);
});

test("nothing can be written in a snapshot", async () => {
  await expect(inSnapshot(db, (reads) => reads.query(Prisma.sql`DELETE FROM note`))).rejects.toThrow(
    /read-only/,
  );
});

test("a snapshot inside of a snapshot is the same, so that a crowd of them never waits for a second connection", async () => {
  const small = createDb(database.url, { maxConnections: 2 });
  const nested = () =>
    inSnapshot(small, async (reads) => {
      await reads.query(Prisma.sql`SELECT pg_sleep(0.02)::text`);
      return Promise.all([inSnapshot(reads, notes), inSnapshot(reads, notes)]);
    });
  const all = await Promise.all(Array.from({ length: 20 }, nested));
  expect(all.flat()).toHaveLength(40);
  await small.close();
});

test("what is written to be rolled back is seen inside, as one moment, and by nobody else", async () => {
  const seen = await inRollback(db, async (tx) => {
    await tx.$executeRaw`UPDATE note SET text = 'draft' WHERE id = 1`;
    await db.$executeRaw`INSERT INTO note VALUES (3, 'meanwhile')`;
    const outside = await notes(db);
    return { outside, inside: await inSnapshot(readsIn(tx), notes) };
  });
  expect(seen).toEqual({ outside: ["first", "second", "meanwhile"], inside: ["draft", "second"] });
  expect(await notes(db)).toEqual(["first", "second", "meanwhile"]);
});

test("what is rolled back gives way: who holds the same rows for long is not kept waiting, and it is tried again", async () => {
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holder = db.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE note SET text = 'held' WHERE id = 2`;
    held.resolve();
    await released.promise;
  });
  await held.promise;
  let tries = 0;
  const waiting = inRollback(db, async (tx) => {
    tries++;
    await tx.$executeRaw`UPDATE note SET text = 'draft' WHERE id = 2`;
    return notes(readsIn(tx));
  });
  await expect.poll(() => tries, { timeout: 5_000 }).toBe(2);
  released.resolve();
  await holder;
  expect(await waiting).toContain("draft");
  expect(await notes(db)).toContain("held");
});

test("an error inside goes through, and nothing of it stays", async () => {
  const failing = inRollback(db, async (tx) => {
    await tx.$executeRaw`DELETE FROM note`;
    throw new Error("of its own");
  });
  await expect(failing).rejects.toThrow("of its own");
  expect(await notes(db)).toHaveLength(3);
});
