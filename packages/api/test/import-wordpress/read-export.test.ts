import { describe, expect, test } from "vitest";
import type { ItemRecord } from "../../src/import-wordpress/export-record.ts";
import { readExport } from "../../src/import-wordpress/read-export.ts";
import { chunks, readRecords } from "./read-records.ts";
import { wxrFile } from "./wxr-file.ts";

async function items(content: string, version = "1.2"): Promise<ItemRecord[]> {
  const records = await readRecords(chunks(wxrFile(content, { version })));
  return records.filter((record) => record.kind === "item");
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
    expect(await readRecords(chunks(full))).toEqual(expected);
  });

  test("reads the same however the bytes are cut", async () => {
    const bytes = Buffer.from(full);
    expect(await readRecords(chunks(...[...bytes].map((byte) => Uint8Array.of(byte))))).toEqual(expected);
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
    expect(await readRecords(chunks(renamed))).toEqual(expected);
    const https = full.replaceAll("http://wordpress.org", "https://wordpress.org");
    expect(await readRecords(chunks(https))).toEqual(expected);
    const older = full.replaceAll("/export/1.2/", "/export/1.1/");
    expect(await readRecords(chunks(older))).toEqual(expected);
  });

  test("take nothing from elements of other namespaces", async () => {
    const [item] = await items(
      `<item xmlns:other="https://other.example/"><title>Mine</title><other:title>Not mine</other:title><wp:post_id>1</wp:post_id><other:post_id>2</other:post_id></item>`,
    );
    expect(item).toMatchObject({ title: "Mine", postId: "1" });
  });

  test("take nothing from elements that are named like what JavaScript has of its own", async () => {
    const records = await readRecords(
      chunks(
        wxrFile("<constructor>x</constructor><toString/><item><hasOwnProperty>x</hasOwnProperty></item>"),
      ),
    );
    expect(records.map(({ kind }) => kind)).toEqual(["site", "item"]);
  });

  test("take no value for another key's", async () => {
    const [item] = await items(
      "<item><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>8</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_value>9</wp:meta_value></wp:postmeta></item>",
    );
    expect(item?.thumbnailId).toBe("8");
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
    const records = await readRecords(chunks("\n \n", "\n", full));
    expect(records.at(-1)).toMatchObject({ kind: "item", line: 22 });
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
