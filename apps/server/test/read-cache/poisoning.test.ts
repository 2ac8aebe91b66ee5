import { Agent } from "node:http";
import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";
import { type RawAnswer, rawRequest } from "./raw-request.ts";

/** Stands in headers, and so in no answer. */
const mark = "p0is0n";
/** Stands in a draft that is not published. */
const draftMark = "n0t-yet";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const input = (value: object) => encodeURIComponent(JSON.stringify({ json: value }));
const paths = [
  "/",
  "/ink",
  "/feed.xml",
  "/sitemap.xml",
  `/trpc/content.article.get?input=${input({ slug: "ink" })}`,
  `/trpc/content.article.list?input=${input({ limit: 3, select: { title: true } })}`,
  "/trpc/publication.get",
];

let app: TestApp;
let credentials: Record<string, string>[];
const clean = new Map<string, RawAnswer>();

const ask = (path: string, headers: Record<string, string> = {}) => rawRequest(agent, app.url, path, headers);

beforeAll(async () => {
  app = await startTestApp();
  const press = await signedInClient(app.url);
  const author = await press.entries.person.create({ fields: { name: "Ada" } });
  await press.entries.person.publish({ id: author.id, expectedVersion: author.version });
  const ink = { title: "Ink", slug: "ink", body: "Of ink.", author: author.id };
  const { id, version } = await press.entries.article.create({ fields: ink });
  await press.entries.article.publish({ id, expectedVersion: version });
  await press.entries.article.save({
    id,
    expectedVersion: version,
    fields: { ...ink, title: `Ink ${draftMark}`, body: draftMark },
  });
  const { token: previewToken } = await press.entries.article.previewLink({ id });
  const key = await createApiKey(app.deps, { kind: "system", name: "test" }, { name: "Key", scope: "write" });
  credentials = [
    { cookie: press.cookie() },
    { authorization: `Bearer ${key.token}` },
    { "letterpress-preview": previewToken },
  ];
  for (const path of paths) {
    const kept = await vi.waitFor(
      async () => {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        expect(answer.isKept, path).toBe(true);
        return answer;
      },
      { timeout: 10_000 },
    );
    expect(String(kept.body)).not.toContain(draftMark);
    clean.set(path, kept);
  }
});
afterAll(async () => {
  agent.destroy();
  await app[Symbol.asyncDispose]();
});

/** What everybody is answered at these addresses is still what it was, from the cache. */
async function expectClean(...after: string[]): Promise<void> {
  for (const [path, { status, headers, body }] of clean) {
    const { date: _then, ...were } = headers;
    const now = await ask(path);
    const { date: _now, ...are } = now.headers;
    expect({ status: now.status, headers: are }, `${path} after ${after}`).toEqual({ status, headers: were });
    expect(now.body.equals(body), `${path} after ${after}`).toBe(true);
  }
}

function expectUnmarked(answer: RawAnswer, what: string): void {
  const whole = `${JSON.stringify(answer.headers)}${answer.body}`;
  expect(whole, what).not.toContain(mark);
  expect(whole, what).not.toContain(draftMark);
}

const oddHeaders: Record<string, string>[] = [
  { host: `${mark}.example` },
  { "x-forwarded-host": `${mark}.example` },
  { "x-forwarded-host": `${mark}.example`, "x-forwarded-proto": "https", "x-forwarded-port": "444" },
  { "x-forwarded-for": mark, "x-real-ip": mark, "cf-connecting-ip": mark },
  { "x-forwarded-prefix": `/${mark}`, "x-forwarded-path": `/${mark}` },
  { forwarded: `for=1.2.3.4;host=${mark}.example;proto=https` },
  { "x-original-url": `/${mark}`, "x-rewrite-url": `/${mark}` },
  { "x-http-method-override": "DELETE" },
  { "x-method-override": "POST", "x-http-method": "PUT" },
  { accept: `text/${mark}`, "accept-language": mark, "accept-charset": mark },
  { "user-agent": `<script>${mark}</script>` },
  { referer: `https://${mark}.example/`, origin: `https://${mark}.example` },
  { cookie: `theme=${mark}; other=1` },
  { "cache-control": "no-cache, no-store", pragma: "no-cache" },
  { "cache-control": `max-age=0, ${mark}` },
  { range: "bytes=0-3" },
  { "if-none-match": `"${mark}"` },
  { "if-modified-since": new Date().toUTCString() },
  { "accept-encoding": `${mark}, *;q=0` },
  { "content-type": `text/${mark}`, "x-content-type": mark },
  { "trpc-accept": "application/jsonl" },
  { "x-trpc-source": mark, "letterpress-model": mark, "x-request-id": mark },
  { te: "trailers", via: mark, "x-cache-key": mark, "surrogate-key": mark, "surrogate-control": mark },
  { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
  { "letterpress-user": mark },
  { authorization: `Bearer ${mark}` },
  { authorization: `Basic ${mark}` },
  { "letterpress-preview": mark },
  { cookie: `letterpress-3000=${mark}` },
];

test("no header reaches an answer, or changes what others are answered", async () => {
  for (const headers of oddHeaders) {
    for (const path of paths) expectUnmarked(await ask(path, headers), `${path} ${JSON.stringify(headers)}`);
    await expectClean(JSON.stringify(headers));
  }
});

test("what somebody may see who is signed in, has a key or a preview link, nobody else is shown", async () => {
  for (const headers of credentials) {
    for (const path of paths) {
      const answer = await ask(path, headers);
      expect(answer.isKept, path).toBe(false);
      if (!("letterpress-preview" in headers)) expectUnmarked(answer, path);
    }
    const drafts = await ask("/trpc/entries.article.list", headers);
    if (!("letterpress-preview" in headers)) expect(String(drafts.body)).toContain(draftMark);
    expect(drafts.headers["cache-control"]).toContain("no-store");
    await expectClean(Object.keys(headers).join());
    expect((await ask("/trpc/entries.article.list")).status).toBe(401);
  }
});

test("no other method is answered with what is kept, or changes it", async () => {
  for (const method of ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
    for (const path of paths) expectUnmarked(await ask(path, { ":method": method }), `${method} ${path}`);
    await expectClean(method);
  }
});

test("parameters that mean nothing neither come into an answer nor make another of it", async () => {
  const odd = [
    `utm_source=${mark}`,
    `after=${mark}`,
    `_method=POST&callback=${mark}`,
    `${mark}=1&${mark}=2`,
    "__proto__=1",
    `%00=${mark}`,
    "?",
    "&&&",
    `batch=1&x=${mark}`,
    `input=${mark}`,
  ];
  for (const query of odd) {
    for (const path of paths) {
      const answer = await ask(path + (path.includes("?") ? "&" : "?") + query);
      // What is wrong with an input, or leads to the right address, may say what was asked: to whoever asked.
      if (answer.status === 200) expectUnmarked(answer, `${path} ${query}`);
    }
    await expectClean(query);
  }
  // Not a page of its own for each.
  const plain = await ask("/ink");
  for (let index = 0; index < 30; index++)
    expect((await ask(`/ink?utm_source=${index}`)).headers.etag).toBe(plain.headers.etag);
});

test("no spelling of a path is answered with another page than the right one, or changes that", async () => {
  const spellings = (path: string) => [
    `${path}/`,
    `/${path}`,
    `//${mark}.example${path}`,
    path.replace("i", "%69"),
    path.replace("/", "/%2e/"),
    path.replace("/", "/./"),
    `/x/..${path}`,
    `/x/%2e%2e${path}`,
    path.toUpperCase(),
    `${path}%00${mark}`,
    `${path}%2f`,
    `${path};${mark}`,
    `${path}\\`,
    `http://${mark}.example${path}`,
    `${path}%ff`,
  ];
  for (const path of ["/ink", "/feed.xml", "/trpc/publication.get", "/sitemap.xml"]) {
    for (const spelled of spellings(path)) {
      const answer = await ask(spelled);
      if (answer.status === 200)
        expect(answer.body.equals(clean.get(path)?.body ?? Buffer.of()), spelled).toBe(true);
      expect(answer.headers.location ?? "", spelled).not.toMatch(/^(https?:)?\/\//);
    }
    await expectClean(path);
  }
});
