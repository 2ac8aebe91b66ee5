import { createDb } from "@letterpress/db/create-db";
import { lockEntry } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { codeOf, createTestApi, system, type TestApi } from "./test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const waitsForLock = () => vi.waitFor(async () => expect(await api.waiting()).toBe(1), { timeout: 10_000 });
const tagOf = (name: string) => api.as(system).entries.tag.create({ fields: { name } });

test("whoever waits too long for others is told to try again, and what can be done of many is done", async () => {
  const [held, free] = [await tagOf("Held"), await tagOf("Free")];
  const patience = createDb(api.url, { lockTimeout: 100 });
  const { db } = api.deps;
  api.deps.db = patience;
  const release = await api.hold((tx) => lockEntry(tx, held.id));
  try {
    const save = { id: held.id, expectedVersion: 1, fields: { name: "Saved" } };
    expect(await codeOf(api.as(system).entries.tag.save(save))).toBe("BUSY");
    const items = [held, free].map(({ id }) => ({ id, expectedVersion: 1 }));
    const { done, failed } = await api.as(system).entries.tag.bulk({ action: "archive", items });
    expect(done).toEqual([free.id]);
    expect(failed).toMatchObject([{ id: held.id, title: "Held", code: "BUSY" }]);
  } finally {
    await release();
    api.deps.db = db;
    await patience.close();
  }
});

test("whoever waits for somebody who waits for them is told to try again", async () => {
  const [one, other] = [await tagOf("One"), await tagOf("Other")];
  const { id } = await api.as(system).comments.create({ entryId: one.id, body: "Settled?" });
  let deleting: Promise<string> | undefined;
  await withTx(api.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM comment WHERE id = ${id}::uuid FOR UPDATE`;
    await lockEntry(tx, other.id);
    deleting = codeOf(api.as(system).comments.delete({ id }));
    await waitsForLock();
    // Whoever has waited for a second looks for a circle, and gives way: the other one.
    await lockEntry(tx, one.id);
  });
  expect(await deleting).toBe("BUSY");
  expect(await api.db.comment.count({ where: { id } })).toBe(1);
});
