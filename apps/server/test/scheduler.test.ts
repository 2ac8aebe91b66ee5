import type { Actor } from "@letterpress/api/access/actor";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { scheduleEntry } from "@letterpress/api/scheduling/schedule-entry";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startScheduler } from "../src/scheduler.ts";
import { startTestApp, type TestApp } from "./test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const system: Actor = { kind: "system", name: "test" };

async function scheduledTag(name: string): Promise<string> {
  const { id } = await createEntry(app.deps, system, { type: "tag", fields: { name } });
  const at = new Date(Date.now() + 3_600_000);
  await scheduleEntry(app.deps, system, { type: "tag", id, expectedVersion: 1, at });
  await app.deps.db.$executeRaw`
    UPDATE entry SET scheduled_for = clock_timestamp() - interval '1 second' WHERE id = ${id}::uuid`;
  return id;
}

const isPublished = async (entryId: string) =>
  (await app.deps.db.publishedEntry.count({ where: { entryId } })) === 1;

test("what became due while no server ran is published when one starts", async () => {
  const ids = [await scheduledTag("One"), await scheduledTag("Two"), await scheduledTag("Three")];
  const stop = startScheduler(app.deps, app.app.log);
  for (const id of ids) await expect.poll(() => isPublished(id), { timeout: 10_000 }).toBe(true);
  await stop();
});

test("stopping waits for what is being published, and begins nothing more", async () => {
  const id = await scheduledTag("Last");
  // The entry's row can be claimed only once: publishing waits here, in its transaction, for the events' lock.
  const { db } = app.deps;
  const [locked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('events', 0))`;
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const stop = startScheduler(app.deps, app.app.log);
  const waiting = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return row?.count;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
  const stopped = stop();
  expect(await isPublished(id)).toBe(false);
  released.resolve();
  await Promise.all([holding, stopped]);
  expect(await isPublished(id)).toBe(true);
  const later = await scheduledTag("Too late");
  expect(await isPublished(later)).toBe(false);
});
