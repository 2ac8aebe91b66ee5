import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
});
afterAll(() => server[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, redirect: "manual" });

/** Asks for an address as it stands: `fetch` would mend it. */
async function ask(path: string): Promise<{ statusCode: number | undefined; body: string }> {
  const asking = request(server.url, { path }).end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return { statusCode: response.statusCode, body: await text(response) };
}

async function publishTag(name: string) {
  const { id, slug } = await press.entries.tag.create({ fields: { name } });
  await press.entries.tag.publish({ id, expectedVersion: 1 });
  return { id, path: `/tags/${slug}` };
}

test("a published entry has a page at once, and none as soon as it is unpublished", async () => {
  const { id, path } = await publishTag("Kerning");
  const page = await get(path);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Kerning");
  const etag = page.headers.get("etag") ?? "";
  expect((await get(path, { "if-none-match": etag })).status).toBe(304);
  expect((await get(path, { "if-none-match": `"other", W/${etag}` })).status).toBe(304);
  await press.entries.tag.unpublish({ id });
  expect((await get(path, { "if-none-match": etag })).status).toBe(404);
});

test("the address that an entry had before leads to the one that it has", async () => {
  const { id, path } = await publishTag("Old name");
  await press.entries.tag.save({ id, expectedVersion: 1, fields: { slug: "new-name" } });
  await press.entries.tag.publish({ id, expectedVersion: 2 });
  const response = await get(path);
  expect([response.status, response.headers.get("location")]).toEqual([301, "/tags/new-name"]);
});

test("a page runs no scripts but its own and cannot be framed", async () => {
  const policy = (await get("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test("no header puts an address into a page", async () => {
  const plain = await (await get("/")).text();
  for (const headers of [
    { "x-forwarded-host": "evil.example" },
    { "x-forwarded-proto": "https", "x-forwarded-for": "1.2.3.4" },
    { forwarded: "host=evil.example" },
    { "x-original-url": "/studio" },
  ])
    expect(await (await get("/", headers)).text()).toBe(plain);
});

test.each([
  "//evil.example/",
  "/%00",
  "/%E0%A4%A",
  "/a%2fb",
  `/${"a".repeat(3000)}`,
  "/?after=x",
  "/\\",
  "/\\[/",
  "/.git/config",
])("an odd address, %j, is a plain refusal", async (path) => {
  const { statusCode = 0, body } = await ask(path);
  expect(statusCode).toBeGreaterThanOrEqual(300);
  expect(statusCode).toBeLessThan(500);
  expect(body).not.toMatch(/node_modules|at .*\.ts/);
});

test("a reader is told to come back when the database is gone", async () => {
  await using broken = await startTestApp();
  await broken.deps.db.close();
  const response = await fetch(broken.url);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("<h1>");
});
