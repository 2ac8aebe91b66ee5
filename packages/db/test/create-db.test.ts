import { expect, test } from "vitest";
import { createDb } from "../src/create-db.ts";
import { inLongSnapshot } from "../src/in-long-snapshot.ts";
import { lockInTx } from "../src/lock-in-tx.ts";
import { withTx } from "../src/with-tx.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

test("a connection that is lost fails its query only; the next query gets another", async () => {
  await using database = await createTestDatabase();
  const { db } = database;
  await expect(db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`).rejects.toThrow();
  expect(await db.user.count()).toBe(0);
});

test("a query that gets no connection fails instead of waiting for ever", async () => {
  await using database = await createTestDatabase();
  const db = createDb(database.url, { maxConnections: 1 });
  try {
    // The transaction has the only connection.
    const waiting = withTx(db, () => db.user.count());
    await expect(waiting).rejects.toThrow("timeout exceeded when trying to connect");
  } finally {
    await db.close();
  }
});

test("after close no query opens a connection again", async () => {
  await using database = await createTestDatabase();
  const db = createDb(database.url);
  await db.user.count();
  await db.close();
  await expect(db.user.count()).rejects.toThrow();
});

test("a filter with an explicit undefined is an error, not no filter", async () => {
  await using database = await createTestDatabase();
  // The types forbid it, too; what clients send is not typed.
  const where = { email: undefined } as unknown as { email: string };
  await expect(database.db.user.findMany({ where })).rejects.toThrow("explicitly `undefined`");
});

test("instants are the same whatever time zone the database is set to", async () => {
  await using database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  await database.db.$executeRawUnsafe(`ALTER DATABASE ${name} SET timezone TO 'Asia/Tokyo'`);
  const db = createDb(database.url);
  try {
    const createdAt = new Date("2026-01-02T03:04:05.678Z");
    await db.setUpToken.create({ data: { tokenHash: "given", createdAt } });
    const [row] = await db.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM created_at)::float AS seconds FROM set_up_token`;
    expect(row?.seconds).toBe(createdAt.getTime() / 1000);

    const before = Date.now();
    const written = await db.setUpToken.create({ data: { tokenHash: "the database's clock" } });
    expect(Math.abs(written.createdAt.getTime() - before)).toBeLessThan(60_000);
  } finally {
    await db.close();
  }
});

test("the locks of a machine that vanished or stands still are gone within a minute", async () => {
  await using database = await createTestDatabase();
  const settings = await database.db.$queryRaw`
    SELECT name, setting FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'
      OR name IN ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count') ORDER BY name`;
  expect(settings).toEqual([
    { name: "idle_in_transaction_session_timeout", setting: "60000" },
    { name: "tcp_keepalives_count", setting: "3" },
    { name: "tcp_keepalives_idle", setting: "10" },
    { name: "tcp_keepalives_interval", setting: "5" },
  ]);
});

test("a transaction that PostgreSQL ends between two statements fails, and frees what it had locked", async () => {
  await using database = await createTestDatabase();
  const { db } = database;
  const late = withTx(db, async (tx) => {
    await lockInTx(tx, "one");
    await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 50`;
    // Waits until the other transaction has the lock, which this one never gives back.
    await withTx(db, (other) => lockInTx(other, "one"));
    await tx.user.count();
  });
  await expect(late).rejects.toThrow();
  expect(await db.user.count()).toBe(0);
});

test("a transaction that may take longer than a minute may also stand still for that long", async () => {
  await using database = await createTestDatabase();
  const show = (timeout: number) =>
    withTx(database.db, (tx) => tx.$queryRaw<object[]>`SHOW idle_in_transaction_session_timeout`, {
      timeout,
    });
  expect(await show(120_000)).toEqual([{ idle_in_transaction_session_timeout: "2min" }]);
  expect(await show(10_000)).toEqual([{ idle_in_transaction_session_timeout: "1min" }]);
});

test("a long snapshot may stand still: files are written meanwhile", async () => {
  await using database = await createTestDatabase();
  const shown = await inLongSnapshot(
    database.db,
    (tx) => tx.$queryRaw<object[]>`SHOW idle_in_transaction_session_timeout`,
  );
  expect(shown).toEqual([{ idle_in_transaction_session_timeout: "0" }]);
});
