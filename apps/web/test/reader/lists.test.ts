import { expect, test } from "vitest";
import { keepAnswers } from "./keep-answers.ts";
import { memoryPress, type TestEntry } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { article, markdown, page, person, referenceTo, tag } from "./test-entries.ts";

/** `a-1` is the newest. */
function articles(count: number, fields: Record<string, unknown> = {}): TestEntry[] {
  return Array.from({ length: count }, (_, index) =>
    article({ slug: `a-${index + 1}`, publishedAt: new Date(Date.UTC(2026, 0, 365 - index)), ...fields }),
  );
}

function titleLinks(body: string): string[] {
  const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
  return [...main.matchAll(/story-title"><a href="\/([^"]*)"/g)].map(([, slug]) => slug ?? "");
}

function olderAddress(body: string): string {
  return /class="paging-older" href="([^"]*)"/.exec(body)?.[1] ?? "";
}

test("the newest article leads the front page when none is featured", async () => {
  const { body } = await readPage(memoryPress({ article: articles(3) }), "/");
  expect(titleLinks(body)).toEqual(["a-1", "a-2", "a-3"]);
  expect(body).toContain('<h1 class="masthead-name"');
});

test("a featured article leads the front page, and stands on it once", async () => {
  const all = articles(5);
  Object.assign(all[3] ?? {}, { featured: true });
  const { body } = await readPage(memoryPress({ article: all }), "/");
  expect(titleLinks(body)).toEqual(["a-4", "a-1", "a-2", "a-3", "a-5"]);
});

test("the front page and the pages after it hold every article once, newest first", async () => {
  const press = memoryPress({ article: articles(60) });
  const seen: string[] = [];
  for (let address = "/"; address !== "" && seen.length <= 60; ) {
    const { status, body } = await readPage(press, address);
    expect(status).toBe(200);
    seen.push(...titleLinks(body));
    address = olderAddress(body);
  }
  expect(seen).toEqual(articles(60).map(({ slug }) => slug));
});

test("further pages are their own canonical address, lead back, and stay out of search results", async () => {
  const press = memoryPress({ article: articles(30) });
  const older = olderAddress((await readPage(press, "/")).body);
  const { body } = await readPage(press, older);
  expect(body).toContain(`<link rel="canonical" href="https://proof.example${older}"/>`);
  expect(body).toContain('<meta name="robots" content="noindex"/>');
  expect(body).toContain('class="paging-newest" href="/"');
  expect(body.match(/<h1[\s>]/g)).toHaveLength(1);
});

test("an empty publication has a front page", async () => {
  const { status, body } = await readPage(memoryPress({}), "/");
  expect(status).toBe(200);
  expect(body).toContain("Nothing has been published yet.");
});

test("a tag's page holds its own articles and describes it", async () => {
  const inks = tag({ slug: "inks", description: "What the paper takes." });
  const press = memoryPress({
    tag: [inks],
    article: [...articles(2), article({ slug: "inked", tags: [referenceTo(inks)] })],
  });
  const { body } = await readPage(press, "/tags/inks");
  expect(titleLinks(body)).toEqual(["inked"]);
  expect(body).toContain('<meta name="description" content="What the paper takes."/>');
  expect(body).toContain('<a href="/tags/inks" aria-current="page">');
});

test("a person's page tells of them and pages through what they wrote", async () => {
  const ada = person({
    slug: "ada",
    role: "Editor",
    since: "2019-03-04",
    bio: markdown("<p>Reads proofs.</p>"),
  });
  const press = memoryPress({
    person: [ada],
    article: [...articles(25, { author: referenceTo(ada) }), article({ slug: "not-hers" })],
  });
  const first = await readPage(press, "/authors/ada");
  expect(first.body).toContain("<p>Reads proofs.</p>");
  expect(first.body).toContain("Here since 4 March 2019");
  const second = await readPage(press, olderAddress(first.body));
  expect([...titleLinks(first.body), ...titleLinks(second.body)]).toEqual(
    articles(25).map(({ slug }) => slug),
  );
});

test("lists name the author and the first tag that are published, and leave no trace of others", async () => {
  const ada = person({ slug: "ada" });
  const inks = tag({ slug: "inks" });
  const tags = [{ type: "tag", id: "gone" }, referenceTo(inks)];
  const known = article({ author: referenceTo(ada), tags });
  const { body } = await readPage(memoryPress({ person: [ada], tag: [inks], article: [known] }), "/");
  expect(body).toContain('<p class="kicker"><a href="/tags/inks">Inks</a></p>');
  expect(body).toContain('<a href="/authors/ada" class="byline-author" rel="author">Ada Setter</a>');
  const bare = await readPage(memoryPress({ article: [known] }), "/");
  expect(bare.body).not.toMatch(/class="kicker"|byline-author|gone/);
});

test("a person's page does not name them again beside each article", async () => {
  const ada = person({ slug: "ada" });
  const press = memoryPress({ person: [ada], article: articles(2, { author: referenceTo(ada) }) });
  const { body } = await readPage(press, "/authors/ada");
  expect(titleLinks(body)).toEqual(["a-1", "a-2"]);
  expect(body).not.toContain("byline-author");
});

test("masthead and foot link to the first tags and pages, a page without a title by its slug", async () => {
  const press = memoryPress({ tag: [tag({ slug: "inks" })], page: [page({ slug: "about", title: " " })] });
  const { body } = await readPage(press, "/");
  expect(body.match(/<a href="\/tags\/inks">Inks<\/a>/g)).toHaveLength(2);
  expect(body).toContain('<a href="/pages/about">about</a>');
});

test("links to pages are made without reading their texts", async () => {
  const press = memoryPress({ page: [page()] });
  const answers = keepAnswers(press, "page");
  await readPage(press, "/");
  expect(answers).toHaveLength(1);
  expect(answers[0]).not.toHaveProperty("body");
});

test("a list says when the newest of its entries was last published", async () => {
  const updatedAt = new Date("2026-05-05T05:05:05Z");
  const press = memoryPress({ article: [...articles(2), article({ slug: "corrected", updatedAt })] });
  expect((await readPage(press, "/")).lastModified).toEqual(updatedAt);
});
