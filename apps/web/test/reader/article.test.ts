import { expect, test } from "vitest";
import { memoryPress, type TestEntry } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { article, image, markdown, person, referenceTo, tag } from "./test-entries.ts";

async function bodyOf(entries: Record<string, TestEntry[]>, address = "/two-inks"): Promise<string> {
  const { status, body } = await readPage(memoryPress(entries), address);
  expect(status).toBe(200);
  return body;
}

function jsonLdOf(body: string): Record<string, unknown>[] {
  const blocks = body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...blocks].map(([, json]) => JSON.parse(json ?? "") as Record<string, unknown>);
}

test("an unpublished author or tag leaves no trace", async () => {
  const body = await bodyOf({
    article: [
      article({
        slug: "two-inks",
        author: { type: "person", id: "gone" },
        tags: [{ type: "tag", id: "gone" }],
      }),
    ],
  });
  expect(body).not.toMatch(/rel="author"|class="kicker"|class="filed"|article:author|gone/);
  expect(jsonLdOf(body)[0]).not.toHaveProperty("author");
});

test("author, tags and date are there for people and for machines", async () => {
  const ada = person({ slug: "ada" });
  const inks = tag({ slug: "inks" });
  const two = article({
    slug: "two-inks",
    author: referenceTo(ada),
    tags: [referenceTo(inks)],
    cover: image,
  });
  const body = await bodyOf({ article: [two], person: [ada], tag: [inks] });
  expect(body).toContain('href="/authors/ada"');
  expect(body).toContain('href="/tags/inks"');
  expect(body).toContain('<time dateTime="2026-03-01T22:00:00.000Z">1 March 2026</time>');
  expect(body).toContain(
    '<meta property="og:image" content="https://proof.example/media/image/original.jpg"/>',
  );
  expect(body).toContain('<link rel="canonical" href="https://proof.example/two-inks"/>');
  expect(jsonLdOf(body)).toMatchObject([
    { "@type": "Article", author: { name: "Ada Setter", url: "https://proof.example/authors/ada" } },
    {
      "@type": "BreadcrumbList",
      itemListElement: [{ position: 1 }, { name: "Inks" }, { name: "An article" }],
    },
  ]);
});

test("JSON-LD cannot close its script", async () => {
  const title = "</script><script>alert(1)</script><!--";
  const body = await bodyOf({ article: [article({ slug: "two-inks", title })] });
  expect(body).not.toContain("<script>alert");
  expect(jsonLdOf(body)[0]).toMatchObject({ headline: title });
});

test("there is one first-level heading, whatever the text brings", async () => {
  const html = '<h1 id="h-a">A</h1><p title="> <h1>">B</p><h1>C</h1>';
  const body = await bodyOf({ article: [article({ slug: "two-inks", body: markdown(html) })] });
  expect(body.match(/<h1[\s>]/g)).toHaveLength(2);
  expect(body).toContain('<h2 id="h-a">A</h2><p title="> <h1>">B</p><h2>C</h2>');
});

test("a table scrolls in a box of its own that the keyboard reaches", async () => {
  const html = '<p title="> <table> here">x</p><table><tbody><tr><td>1</td></tr></tbody></table>';
  const body = await bodyOf({ article: [article({ slug: "two-inks", body: markdown(html) })] });
  expect(body).toContain('<p title="> <table> here">x</p><div class="table-box" role="group"');
  expect(body).toMatch(/tabindex="0"><table>.*<\/table><\/div>/);
});

test("the boxes of a task list say their state", async () => {
  const html =
    '<li><input type="checkbox" checked disabled> a</li><li><input type="checkbox" disabled> b</li>';
  const body = await bodyOf({ article: [article({ slug: "two-inks", body: markdown(html) })] });
  expect(body).toContain('aria-label="Done" type="checkbox" checked');
  expect(body).toContain('aria-label="Not done" type="checkbox" disabled');
});

test("an article without a title is known by its first words", async () => {
  const body = await bodyOf({
    article: [article({ slug: "two-inks", title: " ", body: markdown("<p>Ink takes light.</p>") })],
  });
  expect(body).toMatch(/<h1>Ink takes light\.<\/h1>/);
  expect(body).toContain("<title>Ink takes light. · The Proof</title>");
});

test("the cover is loaded first, in a size that fits, and keeps its focal point", async () => {
  const body = await bodyOf({ article: [article({ slug: "two-inks", cover: image })] });
  const cover = /<img[^>]*>/.exec(body)?.[0] ?? "";
  expect(cover).toContain('srcSet="/media/image/640.webp 640w, /media/image/1600.webp 1600w"');
  expect(cover).toMatch(
    /width="1600" height="900" alt="Two discs of ink" loading="eager" fetchPriority="high"/,
  );
  expect(cover).toContain("object-position:25% 80%");
});

test("what to read next never leads back to the article itself, and fills up with others", async () => {
  const inks = tag({ slug: "inks" });
  const tagged = { tags: [referenceTo(inks)] };
  const body = await bodyOf({
    tag: [inks],
    article: [
      article({ slug: "two-inks", ...tagged }),
      article({ slug: "alike", ...tagged, publishedAt: new Date("2020-01-01") }),
      ...["x", "y", "z"].map((slug) => article({ slug })),
    ],
  });
  const related = body.slice(body.indexOf('class="related"'));
  expect(related).toMatch(/href="\/alike"[\s\S]*href="\/x"[\s\S]*href="\/y"/);
  expect(related).not.toMatch(/href="\/(two-inks|z)"/);
});
