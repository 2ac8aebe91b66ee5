import { Prisma } from "@letterpress/db/generated/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inPreview } from "../../src/preview/in-preview.ts";
import { codeOf, createTestApi, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const look = Prisma.sql`SELECT 1 AS one`;

const tags = () => api.as(system).entries.tag;
const draft = (name: string) => tags().create({ fields: { name } });
const tokenOf = async (id: string) => (await tags().previewLink({ id })).token;

test("a preview that dawdles lets go of its entry, and whoever saves it waits no longer than that", async () => {
  const { id } = await draft("Held");
  const [reading, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const dawdling = inPreview(api.deps, await tokenOf(id), async ({ deps: { reads } }) => {
    reading.resolve();
    await end.promise;
    return reads.query(look);
  });
  await reading.promise;
  await tags().save({ id, expectedVersion: 1, fields: { name: "Saved" } });
  end.resolve();
  expect(await codeOf(dawdling)).toBe("QUERY_TOO_SLOW");
});

test("one preview of an entry runs at a time, beside those of others, and a long line of them is turned away", async () => {
  const [one, other] = [await tokenOf((await draft("One")).id), await tokenOf((await draft("Other")).id)];
  let [running, most] = [0, 0];
  const read = () =>
    inPreview(api.deps, one, async ({ deps: { reads } }) => {
      most = Math.max(most, ++running);
      await inPreview(api.deps, other, ({ deps }) => deps.reads.query(look));
      await reads.query(look);
      running--;
    });
  await Promise.all(Array.from({ length: 4 }, read));
  expect(most).toBe(1);
  const all = await Promise.allSettled(Array.from({ length: 40 }, read));
  const refused = all.filter(({ status }) => status === "rejected");
  expect(refused).not.toHaveLength(0);
  for (const { reason } of refused as PromiseRejectedResult[])
    expect(reason).toMatchObject({ errorCode: "TOO_MANY_ATTEMPTS" });
});
