import { uuidv7 } from "@letterpress/db/uuidv7";
import { expect, test } from "vitest";
import { housekeeper } from "../src/housekeeper.ts";
import { startTestApp } from "./test-app.ts";

test("what a killed upload has left goes without a restart, the second time that it is looked", async () => {
  await using server = await startTestApp();
  const { deps, app } = server;
  const assetId = uuidv7();
  await deps.storage.write(`${assetId}/original.txt`, Buffer.from("half"));
  await deps.db.unsettledFiles.create({ data: { assetId, since: new Date(Date.now() - 25 * 3_600_000) } });
  const clearUp = housekeeper(deps, app.log, new AbortController().signal);
  await clearUp();
  expect(await deps.storage.read(`${assetId}/original.txt`)).not.toBeNull();
  await clearUp();
  expect(await deps.storage.read(`${assetId}/original.txt`)).toBeNull();
  expect(await deps.db.unsettledFiles.count()).toBe(0);
});
