import { expect, test } from "vitest";
import { keepAnswers } from "./keep-answers.ts";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { article, image, markdown, page, person, referenceTo, tag } from "./test-entries.ts";

const html =
  '<h2 id="h-a">A<a href="#h-a" class="anchor" aria-label="Link">#</a></h2>' +
  '<p><a href="/pages/about">About</a> <a href="#h-a">A</a> <img src="/media/x/640.webp" alt=""></p>' +
  '<pre class="shiki" style="--shiki-light:#000" tabindex="0"><code><span class="line"><span style="--shiki-light:#000">a[b[0]]></span></span></code></pre>';

const ada = person({ slug: "ada" });
const inks = tag({ slug: "inks", name: "Inks <&> more" });
const press = memoryPress({
  person: [ada],
  tag: [inks],
  article: [
    article({
      id: "0198a000-0000-7000-8000-000000000001",
      slug: "two-inks",
      title: 'Two <em> \u0008& "three" ]]> ]]>',
      standfirst: "Ink & paper",
      cover: image,
      body: markdown(html),
      author: referenceTo(ada),
      tags: [referenceTo(inks)],
      updatedAt: new Date("2026-04-01T08:00:00Z"),
    }),
  ],
});

test.each(["/feed.xml", "/atom.xml", "/feed.json"])("%s has absolute addresses only", async (address) => {
  const { body } = await readPage(press, address);
  expect(body).toContain("https://proof.example/pages/about");
  expect(body).toContain("https://proof.example/two-inks#h-a");
  expect(body).toContain("https://proof.example/media/image/original.jpg");
  expect(body).not.toMatch(/(href|src)=\\?"(?!https:)/);
});

test.each(["/feed.xml", "/atom.xml", "/feed.json"])(
  "%s carries the text and none of the site's trimmings",
  async (address) => {
    const { body } = await readPage(press, address);
    expect(body).toMatch(/<h2 id=\\?"h-a\\?">A<\/h2>/);
    expect(body).toContain("<pre><code>a[b[0]]&gt;</code></pre>");
    expect(body).toContain("Ada Setter");
  },
);

test.each(["/feed.xml", "/atom.xml"])(
  "%s stays well-formed with whatever stands in a title",
  async (address) => {
    const { body } = await readPage(press, address);
    expect(body).not.toContain("\u0008");
    const sections = body.split("<![CDATA[").slice(1);
    for (const section of sections) expect(section.split("]]>")).toHaveLength(2);
    const markup = body
      .replace(/<!\[CDATA\[.*?\]\]>/gs, "")
      .replace(/<\/?[\w:?-]+(?:\s+[\w:-]+="[^"<]*")*\s*[/?]?>/g, "");
    expect(markup).not.toMatch(/[<>]/);
  },
);

test("an article keeps its id in feeds when its slug changes, and both of its dates", async () => {
  const rss = await readPage(press, "/feed.xml");
  expect(rss.contentType).toBe("application/rss+xml; charset=utf-8");
  expect(rss.body).toContain(
    '<guid isPermaLink="false">urn:uuid:0198a000-0000-7000-8000-000000000001</guid>',
  );
  expect(rss.body).toContain("<pubDate>Sun, 01 Mar 2026 22:00:00 GMT</pubDate>");
  const atom = await readPage(press, "/atom.xml");
  expect(atom.body).toContain("<published>2026-03-01T22:00:00.000Z</published>");
  expect(atom.body).toContain("<updated>2026-04-01T08:00:00.000Z</updated>");
});

test("the sitemap lists every page, of every type, however long the lists are", async () => {
  const many = Array.from({ length: 250 }, (_, index) => article({ slug: `a-${index}` }));
  const large = memoryPress({
    article: many,
    page: [page({ slug: "about" })],
    person: [ada],
    tag: [inks],
    event: [],
  });
  const { body } = await readPage(large, "/sitemap.xml");
  const found = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
  const paths = ["/", ...many.map(({ path }) => path), "/pages/about", "/authors/ada", "/tags/inks"];
  expect(found.toSorted()).toEqual(paths.map((path) => `https://proof.example${path}`).toSorted());
  expect(body).toContain("<lastmod>2026-03-01T22:00:00.000Z</lastmod>");
});

test("the sitemap reads nothing of an entry but its address and its date", async () => {
  const some = memoryPress({ article: [article()] });
  const answers = keepAnswers(some, "article");
  await readPage(some, "/sitemap.xml");
  expect(answers.map((one) => Object.keys(one))).toEqual([["path", "updatedAt"]]);
});

test("a sitemap never holds more than the 50,000 addresses that its format allows", async () => {
  const endless = memoryPress({});
  const some = Array.from({ length: 100 }, () => article());
  endless.content.article.list = async () => ({ items: some, nextCursor: "more" }) as never;
  const { body } = await readPage(endless, "/sitemap.xml");
  expect(body.match(/<loc>/g)).toHaveLength(50_000);
});

test("robots find the sitemap and stay out of the Studio", async () => {
  const { contentType, body } = await readPage(press, "/robots.txt");
  expect(contentType).toMatch(/^text\/plain/);
  expect(body).toContain("Disallow: /studio");
  expect(body).toContain("Sitemap: https://proof.example/sitemap.xml");
});
