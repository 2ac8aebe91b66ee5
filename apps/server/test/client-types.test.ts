import { stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkConsumer } from "../../../bench/src/types/check-consumer.ts";
import { type LaidOut, layOut } from "../../../bench/src/types/lay-out.ts";

let app: LaidOut;
beforeAll(async () => {
  app = await layOut();
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

test("the types of 50 content types with 10 fields each are 300 KB at most", async () => {
  const { size } = await stat(app.declarations);
  expect(size).toBeLessThanOrEqual(300_000);
});

test("an app that reads 20 of them in every way there is costs 250,000 instantiations at most", async () => {
  const { instantiations } = await checkConsumer(app.folder);
  // Much less, and the app was not checked at all.
  expect(instantiations).toBeGreaterThan(20_000);
  expect(instantiations).toBeLessThanOrEqual(250_000);
}, 30_000);
