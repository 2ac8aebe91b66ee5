import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentModel } from "@letterpress/content/content-model";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import {
  defineContentModel,
  defineType,
  image,
  number,
  reference,
  references,
  select,
  text,
} from "@letterpress/model";
import type { ContentModel } from "@letterpress/model/content-type";
import { expect, test } from "vitest";
import { createDeps } from "../src/deps.ts";
import { createExamplePublication } from "../src/example-publication.ts";
import { ownContent } from "../src/own-content.ts";

const quietly = { say: () => undefined, signal: new AbortController().signal };

async function newPublication(model: ContentModel = contentModel) {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "letterpress-example-"));
  return {
    db: database.db,
    deps: createDeps(database, { dataDir, publicUrl: "http://localhost:3000" }, { ...ownContent, model }),
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
  await expect(createExamplePublication(deps, quietly)).rejects.toThrow("the power is gone");
  expect(await db.entry.count({ where: { type: "page", publishedVersion: null } })).toBe(1);

  await db.$executeRawUnsafe("DROP TRIGGER stop_here ON published_entry");
  await createExamplePublication(deps, quietly);
  expect(await db.publishedEntry.count({ where: { type: "page" } })).toBe(2);
  // One article of the example is meant to be a draft.
  expect(await db.entry.count({ where: { publishedVersion: null } })).toBe(1);
});

test("what was changed since, or taken back, is not published again", async () => {
  await using publication = await newPublication();
  const { db, deps } = publication;
  await createExamplePublication(deps, quietly);
  const [changed, takenBack] = await db.entry.findMany({ where: { type: "page" }, orderBy: { id: "asc" } });
  await db.publishedEntry.deleteMany({ where: { type: "page" } });
  await db.entry.update({
    where: { id: changed?.id ?? "" },
    data: { version: 2, publishedVersion: null, firstPublishedAt: null },
  });
  await db.entry.update({ where: { id: takenBack?.id ?? "" }, data: { publishedVersion: null } });
  await createExamplePublication(deps, quietly);
  expect(await db.publishedEntry.count({ where: { type: "page" } })).toBe(0);
});

test("a stop ends it between two entries", async () => {
  await using publication = await newPublication();
  await expect(
    createExamplePublication(publication.deps, { ...quietly, signal: AbortSignal.abort() }),
  ).rejects.toThrow("abort");
  expect(await publication.db.entry.count()).toBe(0);
});

const { article, page, person, tag } = contentModel;

/** Makes the example in a publication with these types; what it has then, and what the start says. */
async function makeWith(model: ContentModel) {
  await using publication = await newPublication(model);
  const { db, deps } = publication;
  const said: string[] = [];
  await createExamplePublication(deps, { ...quietly, say: (line) => said.push(line) });
  const entries = await db.entry.findMany({
    select: { type: true, fields: true, publishedVersion: true },
  });
  const images = await db.asset.count();
  return { said, images, ofType: (name: string) => entries.filter(({ type }) => type === name) };
}

test("the example's own types take all of it, and nothing is said", async () => {
  const { said, ofType } = await makeWith(contentModel);
  expect(said).toEqual([]);
  expect(ofType("article").filter(({ publishedVersion }) => publishedVersion === null)).toHaveLength(1);
});

test("a publication without one of the example's types starts with the rest of it", async () => {
  const { said, images, ofType } = await makeWith(defineContentModel([page, person, tag]));
  expect(said).toEqual([
    expect.stringMatching(
      /^The example fits your content types only in part: \d+ of article left out\. Nothing to do\.$/,
    ),
  ]);
  expect(ofType("page")).toHaveLength(2);
  expect(ofType("person").every(({ publishedVersion }) => publishedVersion === 1)).toBe(true);
  expect(images).toBe(0);
});

test("a type that asks for more than the example has keeps its entries as drafts", async () => {
  const asking = defineType("article", {
    path: "/:slug",
    fields: { ...article.fields, issue: number({ integer: true }) },
  });
  const { said, ofType } = await makeWith(defineContentModel([asking, page, person, tag]));
  expect(said).toEqual([expect.stringMatching(/only in part: \d+ of article left as drafts\./)]);
  expect(ofType("article").length).toBeGreaterThan(1);
  expect(ofType("article").every(({ publishedVersion }) => publishedVersion === null)).toBe(true);
});

test("values that a type has no room for, or another kind of, are left out, and the entry is published", async () => {
  const other = defineType("article", {
    path: "/:slug",
    fields: {
      title: text(),
      standfirst: number().optional(),
      body: text({ max: 5 }).optional(),
      cover: text().optional(),
      author: reference("page").optional(),
      tags: references("tag"),
      level: select(["easy"]).optional(),
      picture: image().optional(),
    },
  });
  const { said, images, ofType } = await makeWith(defineContentModel([other, page, person, tag]));
  expect(said).toEqual([]);
  expect(images).toBe(0);
  for (const { fields } of ofType("article")) {
    expect(Object.keys(fields as object).sort()).toEqual(["tags", "title"]);
    expect((fields as { tags: string[] }).tags.length).toBeGreaterThan(0);
  }
});

test("entries that cannot even have their title are left out", async () => {
  const untitled = defineType("page", { fields: { heading: text() } });
  const { said, ofType } = await makeWith(defineContentModel([article, untitled, person, tag]));
  expect(said).toEqual([
    "The example fits your content types only in part: 2 of page left out. Nothing to do.",
  ]);
  expect(ofType("page")).toEqual([]);
});
