import type { Actor } from "@letterpress/api/access/actor";
import { allTag, cdnTag } from "@letterpress/api/cdn/cdn-tags";
import { countKey, entryKey, everythingKey, slugKey, typeKey } from "@letterpress/api/content/source-keys";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { unpublishEntry } from "@letterpress/api/publishing/unpublish-entry";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startPurging } from "../../src/purging.ts";
import { startTestApp, type TestApp } from "../test-app.ts";
import { startCdnApi } from "./cdn-api.ts";
import { purgingNode } from "./purging-node.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  await app.deps.db.eventCursor.deleteMany();
});

const system: Actor = { kind: "system", name: "test" };
let count = 0;

async function publishedTag() {
  const slug = `tag-${++count}`;
  const { id } = await createEntry(app.deps, system, { type: "tag", fields: { name: slug, slug } });
  await publishEntry(app.deps, system, { type: "tag", id, expectedVersion: 1 });
  return { id, slug };
}

/** What is dropped by each change of an entry. */
const ownTags = ({ id, slug }: { id: string; slug: string }) =>
  [entryKey(id), slugKey("tag", slug)].map(cdnTag);

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });

test.each(["fastly", "cloudflare"] as const)(
  "a change purges what it concerns and no more (%s)",
  async (kind) => {
    await using api = await startCdnApi(kind);
    const unrelated = await publishedTag();
    await using _node = purgingNode(app, api);
    await until(() => expect(api.calls).toEqual([[allTag]]));

    const published = await publishedTag();
    const facets = await app.deps.db.facet.findMany({ where: { entryId: published.id } });
    await until(() => expect(api.calls).toHaveLength(2));
    const shared = [countKey("tag"), typeKey("tag"), everythingKey].map(cdnTag);
    const byFacet = facets.map(({ field, value }) => cdnTag(`facet:tag:${field}:${value}`));
    expect(new Set(api.calls[1])).toEqual(new Set([...ownTags(published), ...shared, ...byFacet]));
    expect(byFacet.length).toBeGreaterThan(0);

    await unpublishEntry(app.deps, system, { type: "tag", id: published.id });
    await until(() => expect(api.calls).toHaveLength(3));
    const left = [countKey("tag"), everythingKey].map(cdnTag);
    expect(new Set(api.calls[2])).toEqual(new Set([...ownTags(published), ...left]));
    for (const tag of ownTags(unrelated)) expect(api.calls.flat()).not.toContain(tag);
  },
);

test("a server that is told of a CDN purges it", async () => {
  await using api = await startCdnApi("cloudflare");
  const stop = await startPurging(api.setting, { deps: app.deps, signals: app.signals, log: app.app.log });
  await until(() => expect(api.calls).toEqual([[allTag]]));
  const entry = await publishedTag();
  await until(() => expect(api.calls[1]).toEqual(expect.arrayContaining(ownTags(entry))));
  await stop();
});

test("of several nodes one purges, and another goes on when it dies", async () => {
  await using api = await startCdnApi("fastly");
  await using first = purgingNode(app, api);
  await until(() => expect(api.calls).toEqual([[allTag]]));
  await using _second = purgingNode(app, api);
  await using _third = purgingNode(app, api);
  const told = (entry: { id: string }) =>
    api.calls.filter((tags) => tags.includes(cdnTag(entryKey(entry.id))));

  const before = [await publishedTag(), await publishedTag(), await publishedTag()];
  await until(() => expect(before.map((entry) => told(entry).length)).toEqual([1, 1, 1]));
  await first.die();
  const after = [await publishedTag(), await publishedTag()];
  await until(() => expect(after.map((entry) => told(entry).length)).toEqual([1, 1]));
  expect(api.calls.filter((tags) => tags.includes(allTag))).toHaveLength(1);
});

test("a purge that fails is tried again until the CDN has taken it", async () => {
  await using api = await startCdnApi("fastly");
  await using node = purgingNode(app, api, { patience: 50 });
  await until(() => expect(api.calls).toHaveLength(1));
  api.refuseNext(503);
  api.refuseNext(401);
  api.hangNext();
  const entry = await publishedTag();
  await until(() => expect(node.recoveries()).toBe(1));
  expect(api.calls[1]).toEqual(expect.arrayContaining(ownTags(entry)));
  expect(node.failures.map(({ pause }) => pause)).toEqual([5, 10, 20]);
  expect(node.failures.map(({ error }) => (error as Error).message)).toEqual([
    'The CDN answered 503: {"success":false,"msg":"Not now."}',
    expect.stringContaining("check CDN_PURGE_TOKEN"),
    expect.stringContaining("timeout"),
  ]);
});

test("a CDN that names a time is not asked before, a stop does not wait for it, and the next start goes on", async () => {
  await using api = await startCdnApi("cloudflare");
  const entry = { id: "", slug: "" };
  {
    await using node = purgingNode(app, api);
    await caughtUp();
    api.refuseNext(200);
    api.refuseNext(429, { "retry-after": "120" });
    Object.assign(entry, await publishedTag());
    await until(() => expect(node.failures.map(({ pause }) => pause)).toEqual([5, 120_000]));
  }
  expect(api.calls).toHaveLength(1);
  await using _node = purgingNode(app, api);
  await until(() => expect(api.calls).toHaveLength(2));
  expect(api.calls[1]).toEqual(expect.arrayContaining(ownTags(entry)));
});

test("what happens while nothing runs is purged by the next start, and by that alone", async () => {
  await using api = await startCdnApi("fastly");
  {
    await using _node = purgingNode(app, api);
    await caughtUp();
  }
  const entry = await publishedTag();
  {
    await using _node = purgingNode(app, api);
    await caughtUp();
  }
  expect(api.calls).toHaveLength(2);
  expect(api.calls[1]).toEqual(expect.arrayContaining(ownTags(entry)));
  await using _node = purgingNode(app, api);
  const next = await publishedTag();
  await until(() => expect(api.calls).toHaveLength(3));
  expect(api.calls[2]).toEqual(expect.arrayContaining(ownTags(next)));
  expect(api.calls[2]).not.toEqual(expect.arrayContaining(ownTags(entry)));
});

/** Everything that has happened is purged, and the cursor says so. */
const caughtUp = async () => {
  const latest = await app.deps.events.latestId();
  const cursor = () => app.deps.db.eventCursor.findUnique({ where: { name: "purge:one" } });
  await until(async () => expect((await cursor())?.eventId).toBe(latest));
};
const cursors = async () => (await app.deps.db.eventCursor.findMany()).map(({ name }) => name).sort();

test("what another build has made is purged once", async () => {
  await using api = await startCdnApi("fastly");
  for (const build of ["one", "two", "two"]) {
    await using _node = purgingNode(app, api, { build, timing: { again: 1 } });
    await until(async () => expect(await cursors()).toEqual([`purge again:${build}`, `purge:${build}`]));
  }
  expect(api.calls).toEqual([[allTag], [allTag], [allTag], [allTag]]);
});

test("a second purge drops what reached the CDN after the first, a crash between them or not", async () => {
  await using api = await startCdnApi("fastly");
  const entry = { id: "", slug: "" };
  const told = () => api.calls.filter((tags) => tags.includes(cdnTag(entryKey(entry.id)))).length;
  {
    await using _node = purgingNode(app, api, { timing: { again: 1 } });
    await until(async () => expect(await cursors()).toHaveLength(2));
  }
  {
    await using _node = purgingNode(app, api);
    Object.assign(entry, await publishedTag());
    await caughtUp();
    expect(told()).toBe(1);
  }
  await using _node = purgingNode(app, api, { timing: { again: 1 } });
  await until(() => expect(told()).toBe(2));
});

test("what would need many calls is one that drops everything", async () => {
  await using api = await startCdnApi("fastly");
  {
    await using _node = purgingNode(app, api, { tagsAtOnce: 2 });
    await caughtUp();
    const entry = await publishedTag();
    await caughtUp();
    expect(api.calls.flat()).toEqual(expect.arrayContaining(ownTags(entry)));
    expect(Math.max(...api.calls.map((tags) => tags.length))).toBe(2);
  }
  const before = api.calls.length;
  await using _node = purgingNode(app, api, { tagsAtOnce: 1 });
  await publishedTag();
  await caughtUp();
  expect(api.calls.slice(before)).toEqual([[allTag]]);
});
