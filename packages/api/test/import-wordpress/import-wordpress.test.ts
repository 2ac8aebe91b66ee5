import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importWordPress } from "../../src/import-wordpress/import-wordpress.ts";
import { MalformedExport } from "../../src/import-wordpress/malformed-export.ts";
import { createTestApi, nobody, system, type TestApi } from "../test-api.ts";
import { wxrFile } from "./wxr-file.ts";

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api[Symbol.asyncDispose]());

const cdata = (value: string) => `<![CDATA[${value}]]>`;
const author = `<wp:author><wp:author_login>ann</wp:author_login>
  <wp:author_display_name>${cdata("Ann Author")}</wp:author_display_name></wp:author>`;
const tag = `<wp:tag><wp:tag_slug>ink</wp:tag_slug><wp:tag_name>${cdata("Ink & Co")}</wp:tag_name></wp:tag>`;

interface Item {
  id: number;
  title?: string;
  content?: string;
  wp?: Record<string, string>;
  more?: string;
}

function item({
  id,
  title = `Post ${id}`,
  content = "Some <em>words</em>.",
  wp = {},
  more = "",
}: Item): string {
  const all = {
    post_id: String(id),
    post_type: "post",
    status: "publish",
    post_date_gmt: "2012-03-04 05:06:07",
    ...wp,
  };
  const fields = Object.entries(all).map(([name, value]) => `<wp:${name}>${cdata(value)}</wp:${name}>`);
  return `<item><title>${cdata(title)}</title><dc:creator>ann</dc:creator>
    <category domain="post_tag" nicename="ink">${cdata("Ink & Co")}</category>
    <content:encoded>${cdata(content)}</content:encoded>${fields.join("")}${more}</item>`;
}

async function run(
  file: string,
  fetchPicture: (url: string) => Promise<Uint8Array | undefined> = async () => undefined,
) {
  return importWordPress(api.deps, system, {
    open: async function* () {
      yield file;
    },
    fetchPicture,
    onProgress: () => {},
  });
}

const rows = () =>
  Promise.all([
    api.db.entry.count(),
    api.db.publishedEntry.count(),
    api.db.revision.count(),
    api.db.event.count(),
  ]);

test("a post becomes a published article with its date, author and tags", async () => {
  const report = await run(wxrFile(author + tag + item({ id: 1, title: "First" })));
  expect(report).toMatchObject({
    imported: { person: 1, tag: 1, article: 1 },
    drafts: 0,
    notes: [],
    leftOut: [],
  });
  const article = await api.as(nobody).content.article.get({ slug: "first" });
  expect(article.publishedAt).toEqual(new Date("2012-03-04T05:06:07Z"));
  expect(article.body.html).toBe("<p>Some <em>words</em>.</p>");
  const writer = await api.as(nobody).content.person.get({ id: article.author.id });
  expect(writer).toMatchObject({ name: "Ann Author", slug: "ann" });
  expect(await api.as(nobody).content.tag.get({ slug: "ink" })).toMatchObject({
    name: "Ink & Co",
    id: article.tags[0]?.id,
  });
});

test("what readers could not see stays a draft", async () => {
  const hidden = [
    { status: "draft" },
    { status: "private" },
    { status: "future", post_date_gmt: "2099-01-01 00:00:00" },
    { post_password: "enter" },
  ];
  const report = await run(wxrFile(author + hidden.map((wp, id) => item({ id: id + 1, wp })).join("")));
  expect(report).toMatchObject({ imported: { article: 4 }, drafts: 4 });
  expect((await api.as(nobody).content.article.list()).items).toEqual([]);
});

test("an import that runs again changes nothing", async () => {
  const file = wxrFile(author + tag + item({ id: 1 }) + item({ id: 2, wp: { post_type: "page" } }));
  await run(file);
  const before = await rows();
  const report = await run(file);
  expect(report).toMatchObject({ imported: {}, known: 2 });
  expect(await rows()).toEqual(before);
});

test("an import that runs again leaves what an editor changed since", async () => {
  const file = wxrFile(author + item({ id: 1, title: "Old" }));
  await run(file);
  const editor = api.as(system).entries.article;
  const [entry] = (await editor.list()).items;
  await editor.save({ id: entry?.id ?? "", expectedVersion: 1, fields: { title: "New" } });
  await editor.unpublish({ id: entry?.id ?? "" });
  await run(file);
  expect(await editor.get({ id: entry?.id ?? "" })).toMatchObject({
    title: "New",
    version: 2,
    status: "unpublished",
  });
});

test("an import that runs again makes anew what lies in the bin", async () => {
  const file = wxrFile(author + item({ id: 1, title: "Thrown away" }));
  await run(file);
  const editor = api.as(system).entries.article;
  const [entry] = (await editor.list()).items;
  await editor.delete({ id: entry?.id ?? "", expectedVersion: entry?.version ?? 0 });
  expect(await run(file)).toMatchObject({ imported: { article: 1 } });
  const [again, ...others] = (await editor.list()).items;
  expect(again).toMatchObject({ slug: entry?.slug, status: "published" });
  expect([again?.id === entry?.id, others]).toEqual([false, []]);
  expect(await run(file)).toMatchObject({ imported: {}, known: 1 });
});

test("an import that was cut off is finished by the next", async () => {
  const file = wxrFile(author + item({ id: 1 }));
  await run(file);
  // As if it had ended between making the entry and publishing it.
  await api.db.publishedEntry.deleteMany({ where: { type: "article" } });
  await api.db.entry.updateMany({
    where: { type: "article" },
    data: { publishedVersion: null, firstPublishedAt: null },
  });
  await run(file);
  expect((await api.as(nobody).content.article.list()).items).toHaveLength(1);
});

describe("a file that is broken at its end imports nothing of its beginning", () => {
  test.each([
    ["cut off", (file: string) => file.slice(0, -40)],
    ["not well-formed", (file: string) => file.replace("</channel>", "</chanel>")],
    ["with entities", (file: string) => file.replace("<rss", '<!DOCTYPE rss [<!ENTITY x "y">]>\n<rss')],
  ])("%s", async (_what, spoil) => {
    const call = run(spoil(wxrFile(author + tag + item({ id: 1 }))));
    await expect(call).rejects.toThrow(MalformedExport);
    await expect(call).rejects.toThrow(/line \d+/);
    expect(await rows()).toEqual([0, 0, 0, 0]);
  });
});

test("a slug that is taken gets a number, and the report says so", async () => {
  await api.as(system).entries.article.create({ fields: { title: "First" } as never });
  const report = await run(wxrFile(author + item({ id: 1, title: "First" })));
  expect(report.notes[0]?.notes).toContain('The slug "first" was taken; it became "first-2".');
});

test("links between entries of the old site lead to the same entries here, all others stay", async () => {
  const old = (slug: string) => `<link>https://blog.example/2012/03/${slug}/</link>`;
  const content = [
    '<a href="http://blog.example/2012/03/second#top">a page</a>',
    '<a href="https://blog.example/2012/03/third/">a draft</a>',
    '<a href="https://blog.example/2012/03/taken/">taken</a>',
    '<a href="https://blog.example/">home</a>',
    '<a href="https://elsewhere.example/2012/03/second/">elsewhere</a>',
  ].join(" ");
  await api.as(system).entries.article.create({ fields: { title: "Taken" } as never });
  await run(
    wxrFile(
      author +
        item({ id: 1, title: "First", content, more: old("first") }) +
        item({ id: 2, title: "Second", wp: { post_type: "page" }, more: old("second") }) +
        item({ id: 3, title: "Third", wp: { status: "draft" }, more: old("third") }) +
        item({ id: 4, title: "Taken", more: old("taken") }),
    ),
  );
  const { body } = await api.as(nobody).content.article.get({ slug: "first" });
  expect([...body.html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
    "/pages/second#top",
    "https://blog.example/2012/03/third/",
    "https://blog.example/2012/03/taken/",
    "https://blog.example/",
    "https://elsewhere.example/2012/03/second/",
  ]);
});

test("a tag that the publication has already is the same tag", async () => {
  const mine = await api.as(system).entries.tag.create({ fields: { name: "My ink", slug: "ink" } });
  await run(wxrFile(author + tag + item({ id: 1 })));
  const [article] = (await api.as(system).entries.article.list()).items;
  const { fields } = await api.as(system).entries.article.get({ id: article?.id ?? "" });
  expect(fields.tags).toEqual([mine.id]);
});

test("a picture that cannot be fetched stays a link, and the report says so", async () => {
  const content = '<img src="https://gone.example/a.png" alt="A">';
  const report = await run(wxrFile(author + item({ id: 1, content })));
  expect(report.notes[0]?.notes).toEqual([
    "1 of its pictures could not be fetched; links to them were kept.",
  ]);
  const article = await api.as(nobody).content.article.get({ slug: "post-1" });
  expect(article.body.html).toContain('src="https://gone.example/a.png"');
});

test("an entry without a text stays a draft, and the report says why", async () => {
  const report = await run(wxrFile(author + item({ id: 1, content: "" })));
  expect(report.drafts).toBe(1);
  expect(report.notes[0]?.notes).toEqual(["It stays a draft: it has no body."]);
});

test("menus are left out with a reason and their line", async () => {
  const report = await run(wxrFile(author + item({ id: 1, wp: { post_type: "nav_menu_item" } })));
  expect(report.leftOut).toEqual([
    { title: "Post 1", line: expect.any(Number), reason: "It is an entry of a menu, not content." },
  ]);
});

test("scripts do not come through", async () => {
  const content =
    'Hello <script>alert(1)</script><img src="x" onerror="alert(1)"><a href="javascript:alert(1)">x</a>';
  await run(wxrFile(author + item({ id: 1, content })));
  const { body } = await api.as(nobody).content.article.get({ slug: "post-1" });
  expect(body.html).not.toMatch(/<script|onerror|javascript:/);
});
