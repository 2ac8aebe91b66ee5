import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations } from "../src/migrate.ts";
import { migrationNames, migrationsDir } from "../src/migration-files.ts";
import { uuidv7 } from "../src/uuidv7.ts";
import { createEmptyDatabase, type TestDatabase } from "../testing/create-test-database.ts";

const migration = "20261123130000_link_entries";

let database: TestDatabase;
let before: string;
beforeEach(async () => {
  database = await createEmptyDatabase();
  before = await mkdtemp(join(tmpdir(), "letterpress-migrations-"));
  const later = (await migrationNames(migrationsDir)).filter((name) => name >= migration);
  await cp(migrationsDir, before, { recursive: true, filter: (path) => !later.includes(basename(path)) });
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(before, { recursive: true });
});

async function publish(title: string, facets: Record<string, string> = {}): Promise<string> {
  const id = uuidv7();
  const row = { type: "article", locale: "en", slug: title, title };
  const at = new Date();
  // As SQL: the database does not have all the columns yet that Prisma knows of.
  await database.db.$executeRaw`
    INSERT INTO entry (id, type, locale, slug, title, version, schema_version, fields, updated_at)
    VALUES (${id}::uuid, ${row.type}, ${row.locale}, ${row.slug}, ${row.title}, 1, 1, '{}', ${at})`;
  await database.db.$executeRaw`
    INSERT INTO published_entry
      (entry_id, type, locale, slug, title, version, schema_version, fields, published_at, updated_at)
    VALUES (${id}::uuid, ${row.type}, ${row.locale}, ${row.slug}, ${row.title}, 1, 1, '{}', ${at}, ${at})`;
  await database.db.facet.createMany({
    data: Object.entries(facets).map(([field, value]) => ({
      entryId: id,
      type: "article",
      locale: "en",
      field,
      value,
      publishedAt: at,
    })),
  });
  return id;
}

test("what was published before references had facets of their own still keeps its targets from deletion", async () => {
  await applyMigrations(database.url, before);
  const person = await publish("ann");
  const article = await publish("type", { author: person, editor: person, level: "easy" });
  expect(await applyMigrations(database.url)).toContain(migration);
  expect(
    await database.db.facet.findMany({
      where: { field: "@entries" },
      select: { entryId: true, value: true },
    }),
  ).toEqual([{ entryId: article, value: person }]);
});
