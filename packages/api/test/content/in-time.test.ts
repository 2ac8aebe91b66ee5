import { createDb, type Db } from "@letterpress/db/create-db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, contextOf, nobody } from "../test-api.ts";
import { createEventApi, type EventApi } from "./events.ts";

let api: EventApi;
let reads: Db;
beforeAll(async () => {
  api = await createEventApi();
  await api.event({ title: "One" });
  reads = createDb(api.url, { statementTimeout: 200 });
});
afterAll(async () => {
  await reads.close();
  await api[Symbol.asyncDispose]();
});

test("a public read that takes too long is given up with an error of the table, and the next one works", async () => {
  const { content } = api.router.createCaller(contextOf({ ...api.deps, reads }, nobody));
  // The read waits for somebody who has the facets to themselves.
  const release = await api.hold(async (tx) => {
    await tx.$executeRaw`LOCK TABLE facet, published_entry IN ACCESS EXCLUSIVE MODE`;
  });
  expect(await codeOf(content.event.list({ where: { title: "One" } }))).toBe("QUERY_TOO_SLOW");
  expect(await codeOf(content.event.get({ slug: "one" }))).toBe("QUERY_TOO_SLOW");
  // In a snapshot.
  const counted = content.event.list({ where: { title: "One" }, ...{ count: true } });
  expect(await codeOf(counted)).toBe("QUERY_TOO_SLOW");
  await release();
  expect((await content.event.list({ where: { title: "One" } })).items).toHaveLength(1);
});

test("editors' statements have no such limit", async () => {
  const limit = await api.deps.db.$queryRaw<[{ statement_timeout: string }]>`SHOW statement_timeout`;
  expect(limit).toEqual([{ statement_timeout: "0" }]);
});
