import { afterAll, expect, test } from "vitest";
import { uniqueViolation } from "../src/unique-violation.ts";
import { withTx } from "../src/with-tx.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

const database = await createTestDatabase();
afterAll(() => database[Symbol.asyncDispose]());
const { db } = database;

const user = { email: "ada@example.com", name: "Ada", role: "owner", passwordHash: "-" } as const;
await db.user.create({ data: user });

const errorOf = (running: Promise<unknown>): Promise<unknown> =>
  running.then(
    () => undefined,
    (error) => error,
  );

test("a row that is there already is told by its unique index", async () => {
  expect(uniqueViolation(await errorOf(db.user.create({ data: user })))).toBe("user_email_key");
});

test("also in a transaction, and in plain SQL", async () => {
  const inTx = errorOf(withTx(db, (tx) => tx.user.create({ data: user })));
  expect(uniqueViolation(await inTx)).toBe("user_email_key");
  const inSql = errorOf(db.$executeRaw`INSERT INTO "user" SELECT * FROM "user"`);
  expect(uniqueViolation(await inSql)).toBe("user_pkey");
});

test("every other error is none", async () => {
  const session = { tokenHash: "-", userId: "01890000-0000-7000-8000-000000000000", expiresAt: new Date() };
  expect(uniqueViolation(await errorOf(db.session.create({ data: session })))).toBeUndefined();
  expect(uniqueViolation(new Error("no"))).toBeUndefined();
  expect(uniqueViolation(undefined)).toBeUndefined();
  // As Prisma's own errors, such as a transaction's end, may come.
  for (const meta of [undefined, null, {}, { driverAdapterError: null }])
    expect(uniqueViolation(Object.assign(new Error("no"), { meta }))).toBeUndefined();
});
