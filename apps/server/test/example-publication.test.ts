import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { createExamplePublication } from "../src/example-publication.ts";

const neverAborted = new AbortController().signal;

async function newPublication() {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "letterpress-example-"));
  return {
    db: database.db,
    deps: createDeps(database.db, dataDir),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

test("an entry that an interrupted start made but did not publish is published by the next", async () => {
  await using publication = await newPublication();
  const { db, deps } = publication;
  await db.$executeRawUnsafe(`CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'the power is gone'; END $$`);
  await db.$executeRawUnsafe(`CREATE TRIGGER stop_here BEFORE INSERT ON published_entry FOR EACH ROW
    WHEN (NEW.type = 'page') EXECUTE FUNCTION stop_here()`);
  await expect(createExamplePublication(deps, neverAborted)).rejects.toThrow("the power is gone");
  expect(await db.entry.count({ where: { type: "page", publishedVersion: null } })).toBe(1);

  await db.$executeRawUnsafe("DROP TRIGGER stop_here ON published_entry");
  await createExamplePublication(deps, neverAborted);
  expect(await db.publishedEntry.count({ where: { type: "page" } })).toBe(2);
  // One article of the example is meant to be a draft.
  expect(await db.entry.count({ where: { publishedVersion: null } })).toBe(1);
});

test("what was changed since, or taken back, is not published again", async () => {
  await using publication = await newPublication();
  const { db, deps } = publication;
  await createExamplePublication(deps, neverAborted);
  const [changed, takenBack] = await db.entry.findMany({ where: { type: "page" }, orderBy: { id: "asc" } });
  await db.publishedEntry.deleteMany({ where: { type: "page" } });
  await db.entry.update({
    where: { id: changed?.id ?? "" },
    data: { version: 2, publishedVersion: null, firstPublishedAt: null },
  });
  await db.entry.update({ where: { id: takenBack?.id ?? "" }, data: { publishedVersion: null } });
  await createExamplePublication(deps, neverAborted);
  expect(await db.publishedEntry.count({ where: { type: "page" } })).toBe(0);
});

test("a stop ends it between two entries", async () => {
  await using publication = await newPublication();
  await expect(createExamplePublication(publication.deps, AbortSignal.abort())).rejects.toThrow("abort");
  expect(await publication.db.entry.count()).toBe(0);
});
