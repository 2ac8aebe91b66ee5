import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { upgradePublished } from "../../src/evolution/upgrade-published.ts";
import { codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";
import { deployed, recipesOne, recipesTwo } from "./recipes.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const before = () => deployed(api, recipesOne, system).entries.recipe;
const after = () => deployed(api, recipesTwo, system).entries.recipe;
const soup = { title: "Soup", duration: "20 minutes", method: "*Stir.*" };
const stored = (id: string) =>
  api.db.entry.findUniqueOrThrow({ where: { id }, select: { fields: true, schemaVersion: true } });

test("the promise: old drafts, old revisions and published entries all read in the new shape, and an old revision can be restored", async () => {
  const { id, slug } = await before().create({ fields: soup });
  await before().publish({ id, expectedVersion: 1 });
  await before().save({ id, expectedVersion: 1, fields: { duration: "25 minutes" } });

  expect((await after().get({ id })).fields).toEqual({
    name: "Soup",
    minutes: 25,
    method: "*Stir.*",
    slug,
  });
  expect(await after().revision({ id, version: 1 })).toMatchObject({
    schemaVersion: 1,
    fields: { name: "Soup", minutes: 20 },
  });

  const run = { all: false, dryRun: false, signal: new AbortController().signal, onProgress() {} };
  const deps = { ...api.deps, model: recipesTwo };
  const report = await upgradePublished(deps, system, { ...run, types: Object.values(recipesTwo) });
  expect(report).toMatchObject({ upgraded: 1, failed: [] });
  const published = await deployed(api, recipesTwo, nobody).content.recipe.get({ slug });
  expect(published).toMatchObject({ name: "Soup", minutes: 20, method: { html: expect.any(String) } });
  expect(published).not.toHaveProperty("duration");

  const restored = await after().restore({ id, version: 1, expectedVersion: 2 });
  expect(restored).toMatchObject({ version: 3, title: "Soup", fields: { name: "Soup", minutes: 20 } });
  expect(restored.fields).not.toHaveProperty("duration");
  expect(await stored(id)).toMatchObject({ schemaVersion: 2, fields: { name: "Soup", minutes: 20 } });
  expect((await after().publish({ id, expectedVersion: 3 })).status).toBe("published");
});

test("reading writes nothing; a save stores the upgraded fields in the current version", async () => {
  const { id } = await before().create({ fields: soup });
  const old = await stored(id);
  await after().get({ id });
  await after().revision({ id, version: 1 });
  await after().list();
  expect(await stored(id)).toEqual(old);
  await after().save({ id, expectedVersion: 1, fields: { level: "easy" } });
  expect(await stored(id)).toEqual({
    schemaVersion: 2,
    fields: { name: "Soup", minutes: 20, method: "*Stir.*", level: "easy" },
  });
  const revisions = await after().revisions({ id });
  expect(revisions.items.map((one) => [one.version, one.schemaVersion])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test("a save that changes nothing of an old draft makes no version", async () => {
  const { id } = await before().create({ fields: soup });
  expect((await after().save({ id, expectedVersion: 1, fields: { minutes: 20 } })).version).toBe(1);
});

test("a stale save is told the current draft in the new shape", async () => {
  const { id } = await before().create({ fields: soup });
  await before().save({ id, expectedVersion: 1, fields: { duration: "30" } });
  const error = await errorOf(after().save({ id, expectedVersion: 1, fields: { minutes: 1 } }));
  expect(error).toMatchObject({
    errorCode: "ENTRY_STALE",
    details: { current: { fields: { minutes: 30 } } },
  });
});

test("publishing an old draft shows it in the new shape, under its title there", async () => {
  const { id, slug } = await before().create({ fields: soup });
  await after().publish({ id, expectedVersion: 1 });
  const read = await deployed(api, recipesTwo, nobody).content.recipe.get({ slug });
  expect(read).toMatchObject({ name: "Soup", minutes: 20 });
  const row = await api.db.publishedEntry.findUniqueOrThrow({ where: { entryId: id } });
  expect(row).toMatchObject({ title: "Soup", schemaVersion: 2 });
});

test("old drafts cost no statement more: a get and a list are one each", async () => {
  const { id } = await before().create({ fields: soup });
  const { db, statements } = recordingDb(api.url);
  const { entries } = deployed({ ...api, deps: { ...api.deps, db } }, recipesTwo, system);
  const count = async (call: () => Promise<unknown>) => {
    statements.length = 0;
    await call();
    return statements.length;
  };
  expect(await count(() => entries.recipe.get({ id }))).toBe(1);
  expect(await count(() => entries.recipe.list())).toBe(1);
  expect(await count(() => entries.recipe.revisions({ id }))).toBe(1);
  expect(await count(() => entries.recipe.revision({ id, version: 1 }))).toBe(1);
  await db.close();
});

describe("a draft whose upgrade fails", () => {
  const failing = () => before().create({ fields: { ...soup, duration: "a while" } });

  test("answers which step failed and why, in every procedure that reads its fields", async () => {
    const { id } = await failing();
    const calls = [
      () => after().get({ id }),
      () => after().save({ id, expectedVersion: 1, fields: { minutes: 1 } }),
      () => after().publish({ id, expectedVersion: 1 }),
      () => after().revision({ id, version: 1 }),
      () => after().restore({ id, version: 1, expectedVersion: 1 }),
    ];
    for (const call of calls)
      expect(await errorOf(call())).toMatchObject({
        errorCode: "UPGRADE_FAILED",
        details: {
          type: "recipe",
          version: 1,
          reason: 'The step failed: "a while" is no duration.',
        },
      });
    expect(await stored(id)).toMatchObject({ schemaVersion: 1, fields: { duration: "a while" } });
  });

  test("does not keep others out of lists, and can be deleted", async () => {
    const { id } = await failing();
    expect((await after().list()).items.map((entry) => entry.id)).toContain(id);
    expect((await after().revisions({ id })).items).toHaveLength(1);
    await after().delete({ id, expectedVersion: 1 });
    expect(await codeOf(after().get({ id }))).toBe("ENTRY_MISSING");
  });

  test("can be taken away from readers all the same", async () => {
    const { id } = await failing();
    await before().publish({ id, expectedVersion: 1 });
    const answer = await after().unpublish({ id });
    expect(answer).toMatchObject({ status: "unpublished", fields: { duration: "a while" } });
    expect((await before().get({ id })).status).toBe("unpublished");
  });
});

describe("what a later deployment has saved", () => {
  const newer = async () => {
    const { id } = await before().create({ fields: soup });
    await after().save({ id, expectedVersion: 1, fields: { minutes: 30, slug: `newer-${id}` } });
    return id;
  };

  test("reads as it is once that deployment is rolled back", async () => {
    const id = await newer();
    expect((await before().get({ id })).fields).toMatchObject({ name: "Soup", minutes: 30 });
    expect((await before().revision({ id, version: 2 })).fields).toMatchObject({ minutes: 30 });
  });

  test("is never saved, published or restored as if it was of this version", async () => {
    const id = await newer();
    const old = await stored(id);
    const calls = [
      () => before().save({ id, expectedVersion: 2, fields: { duration: "1" } }),
      () => before().publish({ id, expectedVersion: 2 }),
      () => before().restore({ id, version: 1, expectedVersion: 2 }),
      () => before().restore({ id, version: 2, expectedVersion: 2 }),
    ];
    for (const call of calls)
      expect(await errorOf(call())).toMatchObject({
        errorCode: "ENTRY_NEWER",
        details: { type: "recipe", version: 2, current: 1 },
      });
    expect(await stored(id)).toEqual(old);
  });

  test("can be unpublished and deleted", async () => {
    const id = await newer();
    await after().publish({ id, expectedVersion: 2 });
    expect((await before().unpublish({ id })).status).toBe("unpublished");
    await before().delete({ id, expectedVersion: 2 });
  });
});
