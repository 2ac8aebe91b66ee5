import type { Actor } from "@letterpress/api/access/actor";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { saveEntry } from "@letterpress/api/entries/save-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { unpublishEntry } from "@letterpress/api/publishing/unpublish-entry";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startTestApp, type TestApp } from "../test-app.ts";
import { type CachingProxy, startCachingProxy } from "./caching-proxy.ts";
import { type CdnApi, startCdnApi } from "./cdn-api.ts";
import { purgingNode } from "./purging-node.ts";

const system: Actor = { kind: "system", name: "test" };
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 2 });

describe.each(["fastly", "cloudflare"] as const)("readers behind %s", (kind) => {
  let app: TestApp;
  let api: CdnApi;
  let proxy: CachingProxy;
  beforeEach(async () => {
    app = await startTestApp({ cdn: kind });
    api = await startCdnApi(kind);
    proxy = await startCachingProxy(app.url, api);
  });
  afterEach(async () => {
    await proxy[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });

  const page = async (path: string) => {
    const response = await fetch(proxy.url + path);
    return { status: response.status, text: await response.text() };
  };
  const published = async (slug: string) => {
    const fields = { name: `First ${slug}`, slug };
    const { id } = await createEntry(app.deps, system, { type: "person", fields });
    await publishEntry(app.deps, system, { type: "person", id, expectedVersion: 1 });
    return { type: "person", id };
  };
  /** Everything that has happened is purged, by both cursors or by the first. */
  const purged = async (cursors: 1 | 2) => {
    const latest = await app.deps.events.latestId();
    const isThere = { eventId: { gte: latest } };
    await until(async () =>
      expect(await app.deps.db.eventCursor.count({ where: isThere })).toBeGreaterThanOrEqual(cursors),
    );
  };

  test("are answered by it until the very page changes, and then see the change", async () => {
    await using _node = purgingNode(app, api, { timing: { again: 1 } });
    const ann = await published("ann");
    await published("bob");
    await purged(2);
    for (const path of ["/authors/ann", "/authors/bob"]) {
      expect((await page(path)).text).toContain("First");
      expect(proxy.isKept(path)).toBe(true);
    }
    const fields = { name: "Second ann", slug: "ann" };
    await saveEntry(app.deps, system, { ...ann, expectedVersion: 1, fields });
    expect((await page("/authors/ann")).text).toContain("First ann");
    await publishEntry(app.deps, system, { ...ann, expectedVersion: 2 });
    await purged(1);
    expect((await page("/authors/ann")).text).toContain("Second ann");
    expect(proxy.isKept("/authors/bob")).toBe(true);

    await unpublishEntry(app.deps, system, ann);
    await purged(1);
    expect((await page("/authors/ann")).status).toBe(404);
    expect(proxy.isKept("/authors/ann")).toBe(false);
  });

  test("do not see for long what was on its way while it was withdrawn", async () => {
    const ann = await published("ann");
    {
      await using _node = purgingNode(app, api, { timing: { again: 1 } });
      await purged(2);
    }
    const onItsWay = proxy.holdNext();
    const late = page("/authors/ann");
    {
      await using _node = purgingNode(app, api);
      await onItsWay.isThere;
      await unpublishEntry(app.deps, system, ann);
      await purged(1);
    }
    onItsWay.release();
    expect((await late).text).toContain("First ann");
    expect(proxy.isKept("/authors/ann")).toBe(true);
    await using _node = purgingNode(app, api, { timing: { again: 1 } });
    await purged(2);
    expect((await page("/authors/ann")).status).toBe(404);
  });
});
