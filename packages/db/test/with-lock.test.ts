import { expect, test } from "vitest";
import { withLock } from "../src/with-lock.ts";
import { createEmptyDatabase } from "../testing/create-test-database.ts";

test("of those who want the same lock one runs at a time, also after one that fails", async () => {
  await using database = await createEmptyDatabase();
  let running = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++running);
    await database.db.$queryRaw`SELECT 1`;
    running--;
    if (most.length === 1) throw new Error("no");
    return "done";
  };
  const results = await Promise.allSettled([1, 2, 3].map(() => withLock(database.url, "a", work)));
  expect(most).toEqual([1, 1, 1]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
});

test("locks of other names do not wait for it", async () => {
  await using database = await createEmptyDatabase();
  expect(await withLock(database.url, "a", () => withLock(database.url, "b", async () => "inside"))).toBe(
    "inside",
  );
});
