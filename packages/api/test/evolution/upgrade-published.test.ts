import { lockEntry } from "@letterpress/db/lock-rows";
import type { ContentModel } from "@letterpress/model/content-type";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type UpgradeProgress, upgradePublished } from "../../src/evolution/upgrade-published.ts";
import { createTestApi, nobody, system, type TestApi } from "../test-api.ts";
import { deployed, recipesOne, recipesTwo } from "./recipes.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  await api.db.entry.deleteMany({ where: {} });
});

const before = () => deployed(api, recipesOne, system).entries.recipe;
const after = () => deployed(api, recipesTwo, system).entries.recipe;
const read = (id: string) => deployed(api, recipesTwo, nobody).content.recipe.get({ id });
const soup = { title: "Soup", duration: "20 minutes", method: "*Stir.*" };

async function published(fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await before().create({ fields: { ...soup, ...fields } as typeof soup });
  await before().publish({ id, expectedVersion: 1 });
  return id;
}

interface Run {
  all?: boolean;
  dryRun?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: UpgradeProgress) => void;
  model?: ContentModel;
}

const upgrade = ({ model = recipesTwo, ...run }: Run = {}) =>
  upgradePublished({ ...api.deps, model }, system, {
    types: Object.values(model),
    all: false,
    dryRun: false,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...run,
  });

const row = (entryId: string) => api.db.publishedEntry.findUniqueOrThrow({ where: { entryId } });

test("an upgraded entry reads in the new shape, is found by its new fields, and keeps version, dates and address", async () => {
  api.setClock("2026-03-01T08:00:00Z");
  const id = await published();
  const old = await row(id);
  api.setClock("2026-04-01T08:00:00Z");
  expect(await upgrade()).toEqual({ upgraded: 1, failed: [], newer: 0 });
  const { fields: _old, schemaVersion: _one, shape: _of, ...kept } = old;
  expect(await row(id)).toMatchObject({ ...kept, schemaVersion: 2, fields: { name: "Soup", minutes: 20 } });
  const { content } = deployed(api, recipesTwo, nobody);
  const found = await content.recipe.list({ where: { minutes: { lte: 20 } } });
  expect(found.items.map((entry) => entry.id)).toEqual([id]);
  const entry = await after().get({ id });
  expect(entry).toMatchObject({ status: "published", version: 1 });
});

test("what is shown is the revision that was published, not the draft that followed", async () => {
  const id = await published();
  await before().save({ id, expectedVersion: 1, fields: { duration: "99 minutes" } });
  await upgrade();
  expect(await read(id)).toMatchObject({ minutes: 20 });
  expect((await after().get({ id })).status).toBe("changed");
});

test("each upgrade is an event, and a second run finds nothing to do", async () => {
  const id = await published();
  await upgrade();
  const names = async () =>
    (await api.db.event.findMany({ where: { entryId: id }, orderBy: { id: "asc" } })).map(
      (event) => event.name,
    );
  expect(await names()).toEqual(["entry.created", "entry.published", "entry.upgraded"]);
  const progress: UpgradeProgress[] = [];
  expect(await upgrade({ onProgress: (one) => progress.push(one) })).toEqual({
    upgraded: 0,
    failed: [],
    newer: 0,
  });
  expect(progress).toEqual([]);
  expect(await names()).toHaveLength(3);
});

test("a dry run finds what cannot be upgraded and writes nothing", async () => {
  const [good, bad] = [await published(), await published({ duration: "a while" })];
  const rows = [await row(good), await row(bad)];
  const events = await api.db.event.count();
  expect(await upgrade({ dryRun: true })).toMatchObject({ upgraded: 1, failed: [{ id: bad }] });
  expect([await row(good), await row(bad)]).toEqual(rows);
  expect(await api.db.event.count()).toBe(events);
});

test("--all renders entries of the current version again", async () => {
  const id = await published();
  await api.db.publishedEntry.update({ where: { entryId: id }, data: { fields: {} } });
  expect(await upgrade({ model: recipesOne })).toMatchObject({ upgraded: 0 });
  expect(await upgrade({ model: recipesOne, all: true })).toMatchObject({ upgraded: 1 });
  expect((await row(id)).fields).toMatchObject({ title: "Soup", method: { html: expect.any(String) } });
});

test("what only a later deployment knows is left alone, by --all too", async () => {
  const id = await published();
  await upgrade();
  const newer = await row(id);
  expect(await upgrade({ model: recipesOne, all: true })).toEqual({ upgraded: 0, failed: [], newer: 1 });
  expect(await row(id)).toEqual(newer);
});

describe("an entry that cannot be upgraded stays as it was, and says why", () => {
  const cases: [string, () => Promise<string>, RegExp][] = [
    [
      "because a step fails",
      () => published({ duration: "a while" }),
      /^upgrade\.1 of its type: The step failed: "a while" is no duration\.$/,
    ],
    ["because its fields do not fit", () => published({ duration: "2000" }), /^fields\.minutes: /],
    [
      "because what it refers to is gone",
      async () => {
        const cooks = deployed(api, recipesOne, system).entries.cook;
        const cook = await cooks.create({ fields: { name: "Ann" } });
        const id = await published({ cook: cook.id });
        await api.db.entry.delete({ where: { id: cook.id } });
        return id;
      },
      /^fields\.cook: it refers to [-\da-f]{36}, which does not exist\.$/,
    ],
  ];
  test.each(cases)("%s", async (_why, make, reason) => {
    const id = await make();
    const others = [await published(), await published()];
    const old = await row(id);
    const report = await upgrade();
    expect(report).toMatchObject({ upgraded: 2, failed: [{ type: "recipe", title: "Soup", id }] });
    expect(report.failed[0]?.reason).toMatch(reason);
    expect(await row(id)).toEqual(old);
    for (const other of others) expect(await read(other)).toMatchObject({ minutes: 20 });
  });
});

describe("a run that is interrupted", () => {
  test("ends after the entry that it is at, and the next one continues", async () => {
    for (let count = 0; count < 3; count++) await published();
    const interruption = new AbortController();
    const clock = api.deps.clock;
    let emitted = 0;
    const db = api.db.$extends({
      query: {
        publishedEntry: {
          upsert({ args, query }) {
            if (++emitted === 2) interruption.abort();
            return query(args);
          },
        },
      },
    }) as unknown as typeof api.db;
    const deps = { ...api.deps, clock, db, model: recipesTwo };
    const run = { types: [recipesTwo.recipe], all: false, dryRun: false, onProgress() {} };
    const first = await upgradePublished(deps, system, { ...run, signal: interruption.signal });
    expect(first.upgraded).toBe(2);
    expect(await upgrade()).toMatchObject({ upgraded: 1, failed: [] });
  });
});

describe("beside a running server", () => {
  test("what somebody publishes meanwhile wins, and keeps what it wrote", async () => {
    const cook = await deployed(api, recipesTwo, system).entries.cook.create({ fields: { name: "Ann" } });
    const id = await published({ cook: cook.id });
    // The upgrade has rendered the first version and waits for the cook, whom somebody holds.
    const release = await api.hold((tx) => lockEntry(tx, cook.id));
    const upgrading = upgrade();
    await expect.poll(api.waiting).toBe(1);
    await after().save({ id, expectedVersion: 1, fields: { minutes: 45, cook: null } });
    await after().publish({ id, expectedVersion: 2 });
    await release();
    expect(await upgrading).toEqual({ upgraded: 0, failed: [], newer: 0 });
    expect(await read(id)).toMatchObject({ minutes: 45 });
    expect(await row(id)).toMatchObject({ version: 2, schemaVersion: 2 });
  });

  test("what the deployment before publishes meanwhile is upgraded, too", async () => {
    const cook = await deployed(api, recipesTwo, system).entries.cook.create({ fields: { name: "Ann" } });
    const id = await published({ cook: cook.id });
    const release = await api.hold((tx) => lockEntry(tx, cook.id));
    const upgrading = upgrade();
    await expect.poll(api.waiting).toBe(1);
    await before().save({ id, expectedVersion: 1, fields: { duration: "45", cook: null } });
    await before().publish({ id, expectedVersion: 2 });
    await release();
    expect(await upgrading).toMatchObject({ upgraded: 1 });
    expect(await read(id)).toMatchObject({ minutes: 45 });
  });

  test("what somebody unpublishes meanwhile stays away", async () => {
    const id = await published();
    const release = await api.hold((tx) => lockEntry(tx, id));
    const unpublishing = before().unpublish({ id });
    await expect.poll(api.waiting).toBe(1);
    const upgrading = upgrade();
    await expect.poll(api.waiting).toBe(2);
    await release();
    await unpublishing;
    expect(await upgrading).toEqual({ upgraded: 0, failed: [], newer: 0 });
    expect(await api.db.publishedEntry.count()).toBe(0);
  });

  test("many publishes and two upgrades at once leave every entry in the new shape, in one piece", async () => {
    await api.connect();
    const cook = await deployed(api, recipesOne, system).entries.cook.create({ fields: { name: "Ann" } });
    const ids = await Promise.all(Array.from({ length: 12 }, () => published({ cook: cook.id })));
    const publishing = Promise.all(ids.map((id) => after().publish({ id, expectedVersion: 1 })));
    const reports = await Promise.all([upgrade({ all: true }), upgrade({ all: true }), publishing]);
    expect(reports[0].failed).toEqual([]);
    expect(reports[1].failed).toEqual([]);
    for (const id of ids) {
      expect(await row(id)).toMatchObject({ schemaVersion: 2, fields: { name: "Soup", minutes: 20 } });
      const facets = await api.db.facet.findMany({ where: { entryId: id, field: "minutes" } });
      expect(facets).toHaveLength(1);
    }
  });
});
