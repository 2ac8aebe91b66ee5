import { afterAll, beforeEach, expect, test } from "vitest";
import type { Db } from "../src/create-db.ts";
import { emit } from "../src/events.ts";
import { withTx } from "../src/with-tx.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

const database = await createTestDatabase();
const db: Db = database.db;
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await db.user.deleteMany();
  await db.event.deleteMany();
});

const user = { email: "ada@example.com", name: "Ada", role: "owner", passwordHash: "-" } as const;
const userId = "01890000-0000-7000-8000-000000000001";

test("a change and its event are written together", async () => {
  await withTx(db, async (tx) => {
    await tx.user.create({ data: { ...user, id: userId } });
    emit(tx, { kind: "system", name: "test" }, { name: "user.created", userId });
  });
  expect(await db.user.count()).toBe(1);
  expect(await db.event.findMany()).toMatchObject([
    { name: "user.created", actor: { kind: "system", name: "test" }, payload: { userId }, entryId: null },
  ]);
});

test("when the function throws, neither the change nor its event is written", async () => {
  const failing = withTx(db, async (tx) => {
    await tx.user.create({ data: { ...user, id: userId } });
    emit(tx, { kind: "nobody" }, { name: "user.created", userId });
    throw new Error("too late");
  });
  await expect(failing).rejects.toThrow("too late");
  expect(await db.user.count()).toBe(0);
  expect(await db.event.count()).toBe(0);
});

test("an entry's event has its id in a column and the rest in the payload", async () => {
  const entryId = "01890000-0000-7000-8000-000000000002";
  const details = { type: "article", slug: "hello", title: "Hello", version: 2 };
  await withTx(db, async (tx) =>
    emit(
      tx,
      { kind: "user", userId, name: "Ann" },
      { name: "entry.published", entryId, ownerId: userId, ...details },
    ),
  );
  expect(await db.event.findMany()).toMatchObject([{ entryId, assetId: null, payload: details }]);
});

test("a function that needs a transaction cannot be given the database itself", () => {
  // Checked by the compiler: this line is an error, and without the error the comment above it is one.
  // @ts-expect-error a Db is no Tx
  const call = () => emit(db, { kind: "nobody" }, { name: "user.created", userId });
  expect(call).toBeTypeOf("function");
});
