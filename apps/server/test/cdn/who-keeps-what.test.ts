import type { Actor } from "@letterpress/api/access/actor";
import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { cdnTag } from "@letterpress/api/cdn/cdn-tags";
import { assetKey } from "@letterpress/api/content/source-keys";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";
import { owner } from "../test-owner.ts";

const system: Actor = { kind: "system", name: "test" };
const input = (value: object) => encodeURIComponent(JSON.stringify({ json: value }));

let app: TestApp;
let session: string;
let key: string;
let preview: string;
beforeAll(async () => {
  app = await startTestApp({ cdn: "fastly" });
  const { deps } = app;
  const { id } = await createEntry(deps, system, { type: "person", fields: { name: "Ann", slug: "ann" } });
  await publishEntry(deps, system, { type: "person", id, expectedVersion: 1 });
  const press = await signedInClient(app.url);
  session = press.cookie();
  preview = (await press.entries.person.previewLink({ id })).token;
  await vi.waitFor(() => expect(deps.invalidation.isCurrent).toBe(true), { timeout: 10_000 });
  key = (await createApiKey(deps, system, { name: "Key", scope: "write" })).token;
});
afterAll(() => app[Symbol.asyncDispose]());

const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: "manual", ...init });
const forCdns = ["surrogate-control", "surrogate-key", "cloudflare-cdn-cache-control", "cache-tag"];
const toldCdns = (response: Response) => forCdns.filter((name) => response.headers.has(name));

describe.each(["/", "/authors/ann", "/feed.xml", "/sitemap.xml"])("%s", (path) => {
  test("is kept by the CDN, and asked for each time by everybody else", async () => {
    for (const headers of [{}, { "if-none-match": "*" }]) {
      const response = await ask(path, { headers });
      expect(response.headers.get("cache-control")).toBe("public, no-cache, max-age=0");
      expect(response.headers.get("surrogate-control")).toBe("max-age=3600");
      expect(response.headers.get("surrogate-key")).toMatch(/^letterpress( [0-9a-f]{10})+$/);
      expect(response.headers.has("set-cookie")).toBe(false);
    }
    // Made for this request alone: nobody looked whether something changed meanwhile.
    const response = await ask(path, { headers: { cookie: session } });
    expect([toldCdns(response), response.headers.has("set-cookie")]).toEqual([[], false]);
  });
});

test("a file is kept by everybody, and dropped by the CDN with its asset", async () => {
  const press = await signedInClient(app.url);
  const { id, url } = await press.upload(new Blob(["plan"]), { filename: "plan.txt" });
  const { headers } = await ask(url);
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("surrogate-key")).toBe(`letterpress ${cdnTag(assetKey(id))}`);
});

test("nothing is said to a CDN where none is told of changes", async () => {
  await using plain = await startTestApp();
  for (const path of ["/", "/feed.xml"]) {
    const response = await fetch(plain.url + path);
    expect([response.headers.get("cache-control"), toldCdns(response)]).toEqual([
      "public, no-cache, max-age=0",
      [],
    ]);
  }
});

const anonymous: [string, RequestInit?][] = [
  ["/nothing-here"],
  ["/nothing-here", { method: "HEAD" }],
  ["/authors/ann/"],
  ["/studio"],
  ["/studio/entries/person"],
  ["/healthz"],
  ["/readyz"],
  ["/media/nothing"],
  ["/media/01980000-0000-7000-8000-000000000000/640.webp"],
  ["/assets/nothing.js"],
  ["/uploads"],
  ["/preview/nothing"],
  [`/trpc/content.person.get?input=${input({ slug: "nobody" })}`],
  [`/trpc/content.person.get?input=${input({ slug: 5 })}`],
  [`/trpc/content.person.list,publication.get?batch=1&input=${encodeURIComponent("{}")}`],
  ["/trpc/entries.person.list"],
  ["/trpc/nothing"],
  ["/trpc/content.person.list", { headers: { authorization: "Bearer wrong" } }],
  ["/trpc/content.person.list", { method: "POST" }],
  [
    "/trpc/auth.signIn",
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: owner }),
    },
  ],
];

test.each(anonymous)("%s is kept by nobody (%j)", async (path, init) => {
  const response = await ask(path, init);
  expect([response.headers.get("cache-control"), toldCdns(response)]).toEqual([
    expect.stringMatching(/^private, /),
    [],
  ]);
});

test("what somebody sees with a session, a key or a preview link is kept by nobody", async () => {
  const withKey = { authorization: `Bearer ${key}` };
  const closing = new AbortController();
  const answers = await Promise.all([
    ask("/trpc/entries.person.list", { headers: { cookie: session } }),
    ask("/trpc/entries.person.list", { headers: withKey }),
    ask("/trpc/content.person.list", { headers: withKey }),
    ask("/trpc/auth.me", { headers: { cookie: session } }),
    ask("/trpc/events.subscribe", { headers: withKey, signal: closing.signal }),
    ask(`/preview/${preview}`),
    ask("/preview/trpc/content.person.list", { headers: { "letterpress-preview": preview } }),
  ]);
  for (const response of answers)
    expect([response.url, response.headers.get("cache-control"), toldCdns(response)]).toEqual([
      response.url,
      expect.stringMatching(/^private, /),
      [],
    ]);
  expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(200));
  closing.abort();
});

test("the client's package is asked for each time, also by a CDN that knows no such word", async () => {
  const response = await ask("/client.tgz");
  expect(response.headers.get("cache-control")).toBe("public, no-cache, max-age=0");
  expect(toldCdns(response)).toEqual([]);
});
