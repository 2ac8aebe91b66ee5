import { afterAll, expect, test } from "vitest";
import { emit } from "../src/events.ts";
import { withTx } from "../src/with-tx.ts";
import { createTestDatabase } from "../testing/create-test-database.ts";

const database = await createTestDatabase();
const { db } = database;
afterAll(() => database[Symbol.asyncDispose]());

const assetId = "01890000-0000-7000-8000-000000000001";

test("whoever reads on from an id misses nothing, however long commits take", async () => {
  // What has its id early would be seen late: each commit takes its own time, after the ids are there.
  await db.$executeRawUnsafe(`
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_sleep(random() * 0.01); RETURN NULL; END $$`);
  await db.$executeRawUnsafe(`
    CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dawdle()`);

  let isWriting = true;
  const read: bigint[] = [];
  const reading = (async () => {
    for (let isLast = false; !isLast; ) {
      isLast = !isWriting;
      const rows = await db.event.findMany({
        where: { id: { gt: read.at(-1) ?? 0n } },
        orderBy: { id: "asc" },
        select: { id: true },
      });
      read.push(...rows.map(({ id }) => id));
    }
  })();
  const writer = async () => {
    for (let i = 0; i < 40; i++)
      await withTx(db, async (tx) => {
        for (const name of ["asset.created", "asset.updated"] as const)
          emit(tx, { kind: "nobody" }, { name, assetId });
      });
  };
  await Promise.all(Array.from({ length: 6 }, writer)).finally(() => {
    isWriting = false;
  });
  await reading;

  const written = await db.event.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  expect(written).toHaveLength(6 * 40 * 2);
  expect(read).toEqual(written.map(({ id }) => id));
});

test("events of one transaction keep their order, and come right after one another", async () => {
  const names = ["asset.updated", "asset.created", "asset.deleted"] as const;
  await Promise.all(
    Array.from({ length: 5 }, () =>
      withTx(db, async (tx) => {
        for (const name of names) emit(tx, { kind: "nobody" }, { name, assetId });
      }),
    ),
  );
  const rows = await db.event.findMany({ orderBy: { id: "desc" }, take: 15, select: { name: true } });
  expect(rows.reverse().map(({ name }) => name)).toEqual(Array.from({ length: 5 }, () => names).flat());
});
