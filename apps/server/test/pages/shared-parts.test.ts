import type { Press } from "@letterpress/client";
import type { MomentReads } from "@letterpress/db/reads-of-one-moment";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { keptParts } from "../../src/pages/kept-parts.ts";
import { sharedParts } from "../../src/pages/shared-parts.ts";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

describe("a part that was made at event 5", () => {
  test.each([
    ["is taken by a page of that moment", 5n, 5n, "kept"],
    ["is taken by a later page, as nothing has dropped it", 7n, 7n, "kept"],
    ["is made anew for a page of an event that this process has not heard of", 8n, 7n, "new"],
    ["is made anew for a page that was read before it", 4n, 7n, "new"],
    ["is made anew while it is not known what has happened", 5n, undefined, "new"],
  ])("%s", async (_what, moment, seen, expected) => {
    const kept = keptParts();
    kept.begin("part").keep({ value: "kept", moment: 5n, sources: new Set(["type:tag"]) });
    const sources = new Set<string>();
    const parts = sharedParts({
      kept,
      one: { moment } as MomentReads,
      seen: () => seen,
      sources,
      pressFor(own) {
        own.add("type:tag");
        return {} as Press;
      },
    });
    expect(await parts.get("part", async () => "new")).toBe(expected);
    // Either way the page goes when the part does.
    expect([...sources]).toEqual(["type:tag"]);
  });
});

test("a part that is made while it is not known what has happened is not kept: its end may never be heard", async () => {
  const kept = keptParts();
  let seen: bigint | undefined;
  let made = 0;
  const ask = (moment: bigint) =>
    sharedParts({
      kept,
      one: { moment } as MomentReads,
      seen: () => seen,
      sources: new Set(),
      pressFor: () => ({}) as Press,
    }).get("part", async () => ++made);
  await ask(10n);
  seen = 11n;
  expect(await ask(11n)).toBe(2);
  expect(await ask(11n)).toBe(2);
});

describe("on the site", () => {
  let app: TestApp;
  let press: Awaited<ReturnType<typeof signedInClient>>;
  beforeAll(async () => {
    app = await startTestApp();
    press = await signedInClient(app.url);
    await vi.waitFor(() => expect(app.deps.invalidation.isCurrent).toBe(true), { timeout: 10_000 });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const read = async (path: string) => (await fetch(app.url + path)).text();

  async function publish(type: "article" | "tag", fields: object) {
    const { id, version } = await press.entries[type].create({ fields: fields as never });
    await press.entries[type].publish({ id, expectedVersion: version });
    return { id, version };
  }

  test("what pages share is on each of them as it was last published", async () => {
    const ink = await publish("tag", { name: "Ink", slug: "ink" });
    const { id: author } = await press.entries.person.create({ fields: { name: "Ada" } });
    await press.entries.person.publish({ id: author, expectedVersion: 1 });
    const fields = (name: string) => ({ title: name, slug: name, body: "Words.", author, tags: [ink.id] });
    const first = await publish("article", fields("first"));
    for (const name of ["second", "third", "fourth", "fifth"]) await publish("article", fields(name));

    expect(await read("/fifth")).not.toContain("Paper");
    await publish("tag", { name: "Paper", slug: "paper" });
    expect(await read("/fourth")).toContain('href="/tags/paper"');

    expect(await read("/second")).toContain('href="/third"');
    const { id, version } = first;
    const saved = await press.entries.article.save({
      id,
      expectedVersion: version,
      fields: { ...fields("first"), title: "Renamed" },
    });
    await press.entries.article.publish({ id, expectedVersion: saved.version });
    await publish("article", fields("sixth"));
    expect(await read("/third")).toContain('href="/sixth"');
    expect(await read("/first")).toContain('href="/sixth"');
  });
});
