import { createClient, safe } from "@letterpress/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

/** An article with a changed draft, its author a draft altogether. */
async function changedArticle(title: string) {
  const { entries } = press;
  const { id: author } = await entries.person.create({ fields: { name: `Author of ${title}` } });
  await entries.person.publish({ id: author, expectedVersion: 1 });
  const { id, slug } = await entries.article.create({ fields: { title, body: "Before.", author, tags: [] } });
  await entries.article.publish({ id, expectedVersion: 1 });
  const { id: unseen } = await entries.person.create({ fields: { name: `Unseen of ${title}` } });
  await entries.article.save({
    id,
    expectedVersion: 1,
    fields: { title: `${title}, secretly`, author: unseen },
  });
  const { token, url, expiresAt } = await entries.article.previewLink({ id });
  return { id, slug, token, url: url ?? "", expiresAt };
}

describe("the page of a preview link", () => {
  test("is the page that publishing would make, and says that it is a draft and for how long", async () => {
    const { id, slug, url, expiresAt } = await changedArticle("Proof");
    const response = await get(url);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain("<h1>Proof, secretly</h1>");
    expect(html).toContain("Unseen of Proof");
    expect(html).toContain('<aside class="preview-note" aria-label="Preview">');
    expect(html).toContain(String(expiresAt.getUTCFullYear()));
    const plan = await press.entries.article.publishPlan({ id });
    const others = plan.references.map((one) => ({
      type: one.type,
      id: one.id,
      expectedVersion: one.version,
    }));
    await press.entries.article.publish({ id, expectedVersion: 2, with: others });
    const main = (page: string) => /<main[\s\S]*<\/main>/.exec(page)?.[0];
    expect(main(html)).toBe(main(await (await get(`/${slug}`)).text()));
  });

  test("is kept by nobody, found by no machine, and its address is told to nobody", async () => {
    const { url } = await changedArticle("Unkept");
    const response = await get(url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
    });
    expect(response.headers.get("etag")).toBeNull();
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
    const head = /<head>[\s\S]*<\/head>/.exec(await response.text())?.[0] ?? "";
    expect(head).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(head).not.toMatch(/canonical|ld\+json|og:/);
  });

  test("is refused with the page's own words where the link is mistyped", async () => {
    const { token } = await changedArticle("Mistyped");
    for (const path of [`/preview/${token}x`, "/preview/", "/preview/trpc"]) {
      const response = await get(path);
      expect([response.status, response.headers.get("cache-control")]).toEqual([403, "private, no-store"]);
      expect(await response.text()).toContain("<h1>This preview is not available</h1>");
    }
  });
});

test("no header, cookie or query shows a draft on an ordinary address: it answers what is published, byte for byte", async () => {
  const { slug, token } = await changedArticle("Shared");
  const input = encodeURIComponent(JSON.stringify({ json: { slug } }));
  const list = encodeURIComponent(JSON.stringify({ json: { limit: 50 } }));
  const paths = [`/${slug}`, "/", "/feed.xml", "/sitemap.xml", `/trpc/content.article.get?input=${input}`];
  paths.push(`/trpc/content.article.list?input=${list}`);
  for (const path of paths) {
    const plain = await (await get(path)).text();
    expect(plain).not.toContain("Shared, secretly");
    for (const headers of [
      { "letterpress-preview": token },
      { authorization: `Preview ${token}` },
      { "x-preview": token, "x-vercel-draft-status": "1" },
      { cookie: `letterpress-preview=${token}; preview=${token}; __prerender_bypass=${token}` },
      { "x-original-url": `/preview/${token}`, "x-rewrite-url": `/preview/${token}` },
      { "x-forwarded-prefix": `/preview/${token}`, referer: `${server.url}/preview/${token}` },
    ])
      expect(await (await get(path, headers as Record<string, string>)).text()).toBe(plain);
    const more = path.includes("?") ? "&" : "?";
    for (const query of [
      `preview=${token}`,
      `previewToken=${token}`,
      `letterpress-preview=${token}`,
      "draft=1",
    ])
      expect(await (await get(path + more + query)).text()).toBe(plain);
  }
});

test("a preview that is read while others read leaves no trace in what these are answered", async () => {
  const { slug, url } = await changedArticle("Beside");
  const plain = await (await get(`/${slug}`)).text();
  const pages = Array.from({ length: 40 }, (_, index) => get(index % 4 === 0 ? url : `/${slug}`));
  const bodies = await Promise.all(pages.map(async (page) => (await page).text()));
  bodies.forEach((body, index) => {
    if (index % 4 === 0) expect(body).toContain("Beside, secretly");
    else expect(body).toBe(plain);
  });
});

describe("a client with a preview token", () => {
  test("reads the draft and its draft references, and all else as everybody", async () => {
    const { slug, token, id } = await changedArticle("Typed");
    const preview = createClient({ url: server.url, previewToken: token });
    const entry = await preview.content.article.get({ slug, include: { author: true } });
    expect([entry.title, entry.author?.name]).toEqual(["Typed, secretly", "Unseen of Typed"]);
    const { items } = await preview.content.article.list({ where: { id } });
    expect(items.map(({ title }) => title)).toEqual(["Typed, secretly"]);
    const everybody = createClient({ url: server.url });
    expect((await everybody.content.article.get({ slug })).title).toBe("Typed");
    expect((await preview.publication.get()).name).toBe((await everybody.publication.get()).name);
    const refused = await safe(
      createClient({ url: server.url, previewToken: "x" }).content.article.get({ slug }),
    );
    expect(refused.ok ? "" : refused.error.code).toBe("PREVIEW_INVALID");
  });

  test("reaches nothing but reads of content, and its answers are kept by nobody", async () => {
    const { slug, token, id } = await changedArticle("Only content");
    const headers = { "letterpress-preview": token, cookie: press.cookie() };
    const input = (value: object) => encodeURIComponent(JSON.stringify({ json: value }));
    const read = await get(`/preview/trpc/content.article.get?input=${input({ slug })}`, headers);
    expect([read.status, read.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(await read.text()).toContain("Only content, secretly");
    for (const path of [
      `entries.article.get?input=${input({ id })}`,
      "entries.article.list",
      "auth.me",
      "users.choices",
      "content.article.get,entries.article.list?batch=1",
    ])
      expect(await (await get(`/preview/trpc/${path}`, headers)).text()).toContain("No procedure found");
    const post = await fetch(`${server.url}/preview/trpc/content.article.get`, { method: "POST", headers });
    expect(post.status).toBe(404);
    expect((await get(`/preview/trpc/content.article.get?input=${input({ slug })}`)).status).toBe(403);
  });

  test("may be one of another site", async () => {
    const response = await fetch(`${server.url}/preview/trpc/content.article.list`, { method: "OPTIONS" });
    expect(response.headers.get("access-control-allow-headers")).toContain("letterpress-preview");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});

test("a hand-made redirect leads on where there is no page, and never where there is one", async () => {
  const { redirects, entries } = press;
  await redirects.create({ path: "/old/Über uns", target: "/tags/now?x=1#top" });
  const moved = async (path: string) => {
    const { status, headers } = await get(path);
    return [status, headers.get("location")];
  };
  expect(await moved("/old/%C3%9Cber%20uns/?utm=1")).toEqual([301, "/tags/now?x=1#top"]);
  const { id } = await entries.tag.create({ fields: { name: "Now", slug: "now" } });
  await redirects.create({ path: "/tags/now", target: "https://elsewhere.example/" });
  expect(await moved("/tags/now")).toEqual([301, "https://elsewhere.example/"]);
  await entries.tag.publish({ id, expectedVersion: 1 });
  expect(await moved("/tags/now")).toEqual([200, null]);
});
