import { expect, test } from "vitest";
import type { Preview } from "../../src/reader/reader-request.ts";
import { renderPage } from "../../src/reader/render-page.tsx";
import { memoryPress, type TestEntry } from "./memory-press.ts";
import { publicUrl, readPage } from "./read-page.ts";
import { article, event, image, markdown, page, person, referenceTo, tag } from "./test-entries.ts";

const firstScreens = {
  front: "/*front*/",
  article: "/*article*/",
  listing: "/*listing*/",
  person: "/*person*/",
  "not-found": "/*not-found*/",
};
const link = '<link rel="stylesheet" href="/assets/rest.css"/>';

async function read(entries: Record<string, TestEntry[]>, address: string, preview?: Preview) {
  const { body } = await renderPage({
    press: memoryPress(entries),
    url: new URL(`${publicUrl}${address}`),
    publicUrl,
    assets: { stylesheets: ["/assets/rest.css"], scripts: [], preload: [], firstScreens },
    ...(preview ? { preview } : {}),
  });
  const [head = "", main = ""] = body.split("</head>");
  return { head, main };
}

const ada = person({ slug: "ada" });
const inks = tag({ slug: "inks" });
const entries = {
  article: [1, 2, 3, 4].map((number) =>
    article({
      slug: `proof-${number}`,
      cover: image,
      author: referenceTo(ada),
      tags: [referenceTo(inks)],
      body: markdown("<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>"),
    }),
  ),
  page: [page({ slug: "about" })],
  person: [ada, person({ slug: "eve" })],
  tag: [inks, tag({ slug: "papers" })],
  event: [event({ slug: "open-day" })],
};

test.each([
  ["/", "front", '<div class="cards">'],
  ["/proof-1", "article", "<p>Four.</p>"],
  ["/pages/about", "article", "</article>"],
  ["/events/open-day", "article", '<div class="article-body">'],
  ["/tags/inks", "listing", 'href="/proof-4"'],
  ["/tags/papers", "listing", "<footer"],
  ["/authors/ada", "person", '<ol class="rows">'],
  ["/authors/eve", "person", "<footer"],
  ["/nothing", "not-found", '<ol class="rows">'],
])(
  "%s opens with the styles of its kind, %s, and asks once for all others, before %s",
  async (path, name, after) => {
    const { head, main } = await read(entries, path);
    expect(head).toContain(`<style>/*${name}*/</style>`);
    expect(head).not.toContain('rel="stylesheet"');
    expect(main.split(link)).toHaveLength(2);
    const rest = main.indexOf(link);
    expect(rest).toBeGreaterThan(main.indexOf("<h1"));
    expect(main.lastIndexOf(after)).toBeGreaterThan(rest);
  },
);

test("a publication without articles has its style sheet, too", async () => {
  const press = memoryPress(entries, { without: "article" });
  const assets = { stylesheets: ["/assets/rest.css"], scripts: [], preload: [], firstScreens };
  const { body } = await renderPage({ press, url: new URL(`${publicUrl}/`), publicUrl, assets });
  expect(body.split(link)).toHaveLength(2);
});

test("the link to the style sheet never ends up in what an attribute says", async () => {
  const title = '></p><a href="/x">';
  const html = `<p>See <a href="/x" title='${title}'>this</a>.</p><p title="</p>">Two.</p>`;
  const { main } = await read({ article: [article({ slug: "odd", body: markdown(html) })] }, "/odd");
  expect(main).toContain(`title='${title}'>this</a>.</p>${link}<p title="</p>">Two.</p>`);
});

test("while developing, pages wait for their style sheets", async () => {
  const { body } = await readPage(memoryPress(entries), "/proof-1");
  const [head = "", main = ""] = body.split("</head>");
  expect(head).toContain('<link rel="stylesheet" href="/assets/reader.css"/>');
  expect(main).not.toContain('rel="stylesheet"');
});

test("a preview waits for its style sheet: the note on top of it is in no first screen", async () => {
  const { head } = await read(entries, "/proof-1", { expiresAt: new Date() });
  expect(head).toContain(link);
});
