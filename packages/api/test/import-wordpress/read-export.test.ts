import { describe, expect, test } from "vitest";
import type { ExportRecord, ItemRecord } from "../../src/import-wordpress/export-record.ts";
import { MalformedExport } from "../../src/import-wordpress/malformed-export.ts";
import { readExport } from "../../src/import-wordpress/read-export.ts";
import { wxrFile } from "./wxr-file.ts";

async function* chunks<Chunk>(...all: Chunk[]): AsyncGenerator<Chunk> {
  yield* all;
}

async function read(source: AsyncIterable<string | Uint8Array>): Promise<ExportRecord[]> {
  const records: ExportRecord[] = [];
  for await (const record of readExport(source)) records.push(record);
  return records;
}

async function items(content: string, version = "1.2"): Promise<ItemRecord[]> {
  const records = await read(chunks(wxrFile(content, { version })));
  return records.filter((record) => record.kind === "item");
}

async function problemOf(source: AsyncIterable<string | Uint8Array>): Promise<MalformedExport> {
  const error = await read(source).catch((caught: unknown) => caught);
  if (!(error instanceof MalformedExport)) throw new Error(`expected MalformedExport, got ${String(error)}`);
  return error;
}

const full = wxrFile(`
	<wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[ann]]></wp:author_login><wp:author_email>ann@blog.example</wp:author_email><wp:author_display_name><![CDATA[Ann O’Nym]]></wp:author_display_name><wp:author_first_name><![CDATA[Ann]]></wp:author_first_name><wp:author_last_name><![CDATA[]]></wp:author_last_name></wp:author>
	<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>news</wp:category_nicename><wp:category_parent>all</wp:category_parent><wp:cat_name><![CDATA[News & more]]></wp:cat_name><wp:category_description>All of it</wp:category_description></wp:category>
	<wp:tag><wp:tag_slug>ink</wp:tag_slug><wp:tag_name>Ink</wp:tag_name></wp:tag>
	<wp:term><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>top</wp:term_slug><wp:term_parent/><wp:term_name>Top</wp:term_name></wp:term>
	<item>
		<title>Ink &amp; paper</title>
		<link>https://blog.example/ink/</link>
		<pubDate>Sat, 05 Jan 2013 17:12:43 +0000</pubDate>
		<dc:creator><![CDATA[ann]]></dc:creator>
		<description></description>
		<content:encoded><![CDATA[<p>Black ]]]]><![CDATA[> blue 👍</p>]]></content:encoded>
		<excerpt:encoded>
			<![CDATA[In short]]>
		</excerpt:encoded>
		<wp:post_id>7</wp:post_id>
		<wp:post_date>2013-01-05 18:12:43</wp:post_date>
		<wp:post_date_gmt>2013-01-05 17:12:43</wp:post_date_gmt>
		<wp:post_modified>2014-02-06 10:00:00</wp:post_modified>
		<wp:post_modified_gmt>2014-02-06 09:00:00</wp:post_modified_gmt>
		<wp:post_name>ink-paper</wp:post_name>
		<wp:status>publish</wp:status>
		<wp:post_parent>5</wp:post_parent>
		<wp:menu_order>3</wp:menu_order>
		<wp:post_type><![CDATA[post]]></wp:post_type>
		<wp:post_password></wp:post_password>
		<wp:is_sticky>1</wp:is_sticky>
		<wp:attachment_url>https://blog.example/ink.jpg</wp:attachment_url>
		<category domain="category" nicename="news"><![CDATA[News & more]]></category>
		<category domain="post_tag" nicename="ink">Ink</category>
		<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>
		<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[8]]></wp:meta_value></wp:postmeta>
		<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Ink</wp:meta_value></wp:postmeta>
		<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Nice</wp:comment_content><wp:commentmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>99</wp:meta_value></wp:commentmeta></wp:comment>
		<wp:comment><wp:comment_id>2</wp:comment_id></wp:comment>
	</item>`);

const expected = [
  {
    kind: "site",
    title: "A blog",
    link: "https://blog.example",
    wxrVersion: "1.2",
    baseBlogUrl: "https://blog.example",
  },
  {
    kind: "author",
    login: "ann",
    email: "ann@blog.example",
    displayName: "Ann O’Nym",
    firstName: "Ann",
    lastName: "",
  },
  { kind: "category", slug: "news", name: "News & more", parentSlug: "all", description: "All of it" },
  { kind: "tag", slug: "ink", name: "Ink", description: "" },
  { kind: "term", taxonomy: "nav_menu", slug: "top", name: "Top", parentSlug: "", description: "" },
  {
    kind: "item",
    line: full.slice(0, full.indexOf("<item>")).split("\n").length,
    postId: "7",
    postType: "post",
    title: "Ink & paper",
    slug: "ink-paper",
    link: "https://blog.example/ink/",
    status: "publish",
    date: new Date("2013-01-05T17:12:43Z"),
    modified: new Date("2014-02-06T09:00:00Z"),
    creator: "ann",
    excerpt: "In short",
    content: "<p>Black ]]> blue 👍</p>",
    isSticky: true,
    parentId: "5",
    menuOrder: 3,
    password: "",
    terms: [
      { taxonomy: "category", slug: "news", name: "News & more" },
      { taxonomy: "post_tag", slug: "ink", name: "Ink" },
    ],
    attachmentUrl: "https://blog.example/ink.jpg",
    thumbnailId: "8",
    imageAlt: "Ink",
    commentCount: 2,
  },
];

describe("a whole export", () => {
  test("gives its records with all they say, in the order of the file", async () => {
    expect(await read(chunks(full))).toEqual(expected);
  });

  test("reads the same however the bytes are cut", async () => {
    const bytes = Buffer.from(full);
    expect(await read(chunks(...[...bytes].map((byte) => Uint8Array.of(byte))))).toEqual(expected);
  });

  test("is read no further than its records are asked for", async () => {
    let read = 0;
    async function* endless() {
      yield full.slice(0, full.indexOf("<item>"));
      for (;;) {
        read += 1;
        yield `<item><wp:post_id>${read}</wp:post_id></item>`;
      }
    }
    const seen: string[] = [];
    for await (const record of readExport(endless())) {
      if (record.kind === "item") seen.push(record.postId);
      if (seen.length === 1000) break;
    }
    expect(seen.at(-1)).toBe("1000");
    expect(read).toBe(1000);
  });
});

describe("exports of other times and makers", () => {
  test("are known by their namespace, whatever its prefix, version or scheme", async () => {
    const renamed = full.replaceAll("wp:", "word:").replaceAll("xmlns:wp", "xmlns:word");
    expect(await read(chunks(renamed))).toEqual(expected);
    const https = full.replaceAll("http://wordpress.org", "https://wordpress.org");
    expect(await read(chunks(https))).toEqual(expected);
    const older = full.replaceAll("/export/1.2/", "/export/1.1/");
    expect(await read(chunks(older))).toEqual(expected);
  });

  test("take nothing from elements of other namespaces", async () => {
    const [item] = await items(
      `<item xmlns:other="https://other.example/"><title>Mine</title><other:title>Not mine</other:title><wp:post_id>1</wp:post_id><other:post_id>2</other:post_id></item>`,
    );
    expect(item).toMatchObject({ title: "Mine", postId: "1" });
  });

  test("of version 1.0 have no authors, and write terms twice and tags by another name", async () => {
    const [item] = await items(
      `<item><dc:creator>bob</dc:creator><category><![CDATA[Ink]]></category><category domain="tag" nicename="ink"><![CDATA[Ink]]></category></item>`,
      "1.0",
    );
    expect(item).toMatchObject({
      creator: "bob",
      terms: [{ taxonomy: "post_tag", slug: "ink", name: "Ink" }],
    });
  });

  test("may begin with empty lines, which count", async () => {
    const records = await read(chunks("\n \n", "\n", full));
    expect(records.at(-1)).toMatchObject({ kind: "item", line: 22 });
    expect((await problemOf(chunks("\n\n", "<rss><a></b></rss>"))).line).toBe(3);
  });

  test("may hold control characters, which are dropped, and references to them, which stay as they are", async () => {
    const [item] = await items("<item><title>a\u0001\u000Bb\uFFFFc &#x2;</title></item>");
    expect(item?.title).toBe("abc &#x2;");
  });

  test("may hold any other character, written or referred to", async () => {
    const [item] = await items("<item><title>&#x202E;𝕌&#127881;\u0085&lt;&apos;&#160;é</title></item>");
    expect(item?.title).toBe("\u202E𝕌🎉\u0085<'\u00A0é");
  });
});

describe("dates", () => {
  const dateOf = async (dates: string) => (await items(`<item>${dates}</item>`))[0]?.date?.toISOString();

  test("are WordPress's GMT ones", async () => {
    expect(
      await dateOf(
        "<pubDate>Sun, 06 Jan 2013 00:00:00 +0000</pubDate><wp:post_date>2013-01-05 18:12:43</wp:post_date><wp:post_date_gmt>2013-01-05 17:12:43</wp:post_date_gmt>",
      ),
    ).toBe("2013-01-05T17:12:43.000Z");
  });

  test("are the feed's where there is no GMT one", async () => {
    expect(
      await dateOf(
        "<pubDate>Sun, 06 Jan 2013 01:00:00 +0100</pubDate><wp:post_date>2013-01-05 18:12:43</wp:post_date>",
      ),
    ).toBe("2013-01-06T00:00:00.000Z");
  });

  test("are the site's own where nothing else is set", async () => {
    expect(
      await dateOf(
        "<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>2013-01-05 18:12:43</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>",
      ),
    ).toBe("2013-01-05T18:12:43.000Z");
  });

  test("are missing where WordPress wrote zeros", async () => {
    expect(
      await dateOf(
        "<pubDate></pubDate><wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>",
      ),
    ).toBeUndefined();
  });
});

describe("encodings", () => {
  const declared = (encoding: string) =>
    wxrFile("<item><title>Café</title></item>", {
      head: `<?xml version="1.0" encoding="${encoding}"?>`,
    });
  const titleIn = async (...bytes: Uint8Array[]) => (await read(chunks(...bytes))).at(-1);

  test("a byte order mark is no part of the text", async () => {
    expect(await titleIn(Buffer.from(`\uFEFF${declared("UTF-8")}`))).toMatchObject({ title: "Café" });
    expect(await titleIn(Buffer.from(`\uFEFF${declared("UTF-16")}`, "utf16le"))).toMatchObject({
      title: "Café",
    });
  });

  test("the one that the file declares is used", async () => {
    const latin = Buffer.from(declared("ISO-8859-1"), "latin1");
    expect(await titleIn(latin.subarray(0, 30), latin.subarray(30))).toMatchObject({ title: "Café" });
  });

  test("an unknown one is named", async () => {
    const problem = await problemOf(chunks(Buffer.from(declared("KLINGON-8"))));
    expect(problem.message).toContain('its encoding is "KLINGON-8"');
  });

  test("bytes in another one are never guessed at, and their line is named", async () => {
    const wrong = await problemOf(chunks(Buffer.from(declared("UTF-8"), "latin1")));
    expect(wrong.message).toContain("UTF-8 text, but has bytes that are not");
    expect(wrong.line).toBe(14);
    const zipped = await problemOf(chunks(Buffer.from("1f8b0800000000000003", "hex")));
    expect(zipped.message).toContain("unpack it first");
  });
});

describe("entities", () => {
  const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [
  <!ENTITY lol "lol">
  <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
`;
  const external = `<?xml version="1.0"?>\n\n<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>\n`;

  test.each([
    ["that multiply", laughs, 2],
    ["that read files", external, 3],
    ["that are fetched", `<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">`, 1],
  ])("%s are refused with the line of their declaration", async (_what, head, line) => {
    const problem = await problemOf(chunks(wxrFile("<item><title>&lol2;</title></item>", { head })));
    expect(problem.message).toContain("<!DOCTYPE");
    expect(problem.line).toBe(line);
  });

  test("that nobody defined are named, not dropped", async () => {
    const problem = await problemOf(
      chunks(wxrFile("<item><title>fish &nbsp; chips</title></item>", { head: "" })),
    );
    expect(problem.message).toContain("entity");
    expect(problem.line).toBe(14);
  });
});

describe("a broken file", () => {
  test("that is cut off anywhere is never taken for a whole one", async () => {
    const whole = wxrFile("<item><title><![CDATA[a]]></title><wp:post_id>1</wp:post_id></item>").trimEnd();
    for (let length = 0; length < whole.length; length += 1) {
      await expect(read(chunks(whole.slice(0, length))), `cut at ${length}`).rejects.toThrow(MalformedExport);
    }
    expect((await problemOf(chunks(whole.slice(0, whole.indexOf("]]>"))))).message).toContain(
      "The file ends in the middle of <title>: it was cut off.",
    );
  });

  test("is described with line and column", async () => {
    const problem = await problemOf(
      chunks('<rss version="2.0">\n<channel>\n  <title>a</tittle>\n</channel></rss>'),
    );
    expect(problem).toMatchObject({ line: 3, column: 19 });
    expect(problem.message).toMatch(/not well-formed XML: .*\(line 3, column 19\)$/);
  });

  test("that is no export says what to do", async () => {
    const page = await problemOf(chunks("<!-- x --><html><body>Log in</body></html>"));
    expect(page.message).toContain("begins with <html>");
    expect(page.message).toContain("Tools → Export");
    const feed = await problemOf(
      chunks('<rss version="2.0"><channel><title>x</title><item/></channel></rss>'),
    );
    expect(feed.message).toContain("names no WXR version");
    const empty = await problemOf(chunks("<rss><channel></channel></rss>"));
    expect(empty.message).toContain("names no WXR version");
    const later = await problemOf(
      chunks(wxrFile("<item/>", { version: "2.0", namespace: "http://wordpress.org/export/1.2/" })),
    );
    expect(later.message).toContain("WXR version 2.0; Letterpress reads versions 1.0 to 1.2");
  });

  test("with one endless value ends before memory does", async () => {
    async function* endless(start: string) {
      yield full.slice(0, full.indexOf("<item>")) + start;
      for (;;) yield "x".repeat(1_000_000);
    }
    for (const start of ["<item><title><![CDATA[", '<item a="']) {
      expect((await problemOf(endless(start))).message).toContain("too long");
    }
  });

  test("that nests without end ends before memory does", async () => {
    async function* endless() {
      yield full.slice(0, full.indexOf("<item>"));
      for (;;) yield "<item>";
    }
    expect((await problemOf(endless())).message).toContain("nested more than 64 deep");
  });
});
