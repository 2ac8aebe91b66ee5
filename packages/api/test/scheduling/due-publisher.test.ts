import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { duePublisher } from "../../src/scheduling/due-publisher.ts";
import { articleFields, createTestApi, system, type TestApi } from "../test-api.ts";
import { inAnHour, makeDue } from "./due-times.ts";

let api: TestApi;
let fields: Awaited<ReturnType<typeof articleFields>>;
beforeAll(async () => {
  api = await createTestApi();
  fields = await articleFields(api);
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  await api.db.entry.deleteMany({ where: { type: "article" } });
});

const articles = () => api.as(system).entries.article;
async function scheduled(title: string) {
  const { id } = await articles().create({ fields: { ...fields, title } });
  await articles().schedule({ id, expectedVersion: 1, at: inAnHour() });
  return id;
}

test("it asks again within half a second while nothing is due, and at once after it has published", async () => {
  const next = duePublisher(api.deps, "entry", expect.fail);
  expect(await next()).toBe(500);
  const id = await scheduled("Soon");
  expect(await next()).toBe(500);
  await makeDue(api.db, id, -0.3);
  expect(await next()).toSatisfy((wait: number) => wait >= 100 && wait <= 300);
  await makeDue(api.db, id);
  expect(await next()).toBe(0);
  expect((await articles().get({ id })).status).toBe("published");
});

test("what breaks is told of and put off, and holds up nothing else", async () => {
  const [broken, fine] = [await scheduled("Broken"), await scheduled("Fine")];
  await makeDue(api.db, broken, 20);
  await makeDue(api.db, fine, 10);
  await api.db.entry.update({ where: { id: broken }, data: { schemaVersion: 99 } });
  const told: (string | null)[] = [];
  const next = duePublisher(api.deps, "entry", (_error, id) => told.push(id));
  expect([await next(), await next()]).toEqual([0, 0]);
  expect(told).toEqual([broken]);
  expect((await articles().get({ id: fine })).status).toBe("published");
  expect(await next()).toBe(500);
});

test("a database that is gone is told of, and asked again after a pause", async () => {
  const told: (string | null)[] = [];
  const deps = { ...api.deps, db: { ...api.deps.db, $queryRaw: () => Promise.reject(new Error("gone")) } };
  const next = duePublisher(deps as never, "entry", (_error, id) => told.push(id));
  expect(await next()).toBe(1_000);
  expect(told).toEqual([null]);
});
