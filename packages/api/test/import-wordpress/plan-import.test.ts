import { slug } from "@letterpress/model/fields/slug";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ImportStep, type PlannedEntry, planImport } from "../../src/import-wordpress/plan-import.ts";
import { readExport } from "../../src/import-wordpress/read-export.ts";
import { wxrFile } from "./wxr-file.ts";

let lastId = 0;
/** An item of an export: a published post unless it says otherwise. Names are those of WordPress. */
function item(fields: Record<string, string> = {}): string {
  lastId += 1;
  const { title = "Ink", content = "", excerpt = "", ...rest } = fields;
  const all = { post_id: String(lastId), post_type: "post", status: "publish", ...rest };
  const cdata = (value: string) => `<![CDATA[${value}]]>`;
  return `<item><title>${cdata(title)}</title><content:encoded>${cdata(content)}</content:encoded><excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>${Object.entries(
    all,
  )
    .map(([name, value]) => `<wp:${name}>${cdata(value)}</wp:${name}>`)
    .join("")}</item>`;
}

async function* once(text: string) {
  yield text;
}

async function plan(...content: string[]): Promise<ImportStep[]> {
  const steps: ImportStep[] = [];
  for await (const step of planImport(readExport(once(wxrFile(content.join("\n")))))) steps.push(step);
  return steps.filter((step) => step.kind !== "site");
}

async function entry(fields: Record<string, string> = {}): Promise<PlannedEntry> {
  const [step] = await plan(item(fields));
  if (step?.kind !== "entry") throw new Error(`expected an entry, got ${step?.kind}`);
  return step;
}

describe("what becomes of an item", () => {
  test("posts become articles and pages become pages", async () => {
    expect(await entry({ post_type: "post" })).toMatchObject({ type: "article", title: "Ink", notes: [] });
    expect(await entry({ post_type: "page" })).toMatchObject({ type: "page", title: "Ink", notes: [] });
  });

  test("attachments are there for what refers to them", async () => {
    const attachment = item({
      post_type: "attachment",
      status: "inherit",
      post_id: "70",
      post_parent: "7",
      attachment_url: "https://blog.example/a.jpg",
      excerpt: "Cap <em>b</em>",
    });
    const alt =
      "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A &amp; B</wp:meta_value></wp:postmeta></item>";
    expect(await plan(attachment.replace("</item>", alt))).toEqual([
      {
        kind: "attachment",
        id: "70",
        parentId: "7",
        url: "https://blog.example/a.jpg",
        alt: "A & B",
        caption: "Cap <em>b</em>",
      },
    ]);
  });

  test.each([
    [{ post_type: "nav_menu_item" }, "entry of a menu"],
    [{ post_type: "revision", status: "inherit" }, "old revision"],
    [{ post_type: "wp_block" }, "reusable block"],
    [{ post_type: "wp_global_styles" }, "WordPress's own workings"],
    [{ post_type: "product" }, 'type "product", for which there is no content type'],
    [{ status: "trash" }, "trash"],
    [{ post_type: "attachment", status: "inherit" }, "does not say where its file is"],
    [{ post_id: "" }, "no number"],
  ])("%o is left out with a reason", async (fields, reason) => {
    expect(await plan(item(fields))).toEqual([
      { kind: "leftOut", item: expect.anything(), reason: expect.stringContaining(reason) },
    ]);
  });

  test("an item that the file has twice comes once", async () => {
    const steps = await plan(item({ post_id: "7", title: "One" }), item({ post_id: "7", title: "Two" }));
    expect(steps).toMatchObject([
      { kind: "entry", title: "One" },
      { kind: "leftOut", reason: "The file has another item with the number 7 before it." },
    ]);
  });

  test("authors and terms come through", async () => {
    const steps = await plan("<wp:tag><wp:tag_slug>ink</wp:tag_slug></wp:tag>", item());
    expect(steps.map((step) => step.kind)).toEqual(["tag", "entry"]);
  });
});

describe("only what every reader could see is published", () => {
  test("with its date", async () => {
    const planned = await entry({ post_date_gmt: "2013-01-05 17:12:43" });
    expect(planned).toMatchObject({ status: "publish", publishedAt: new Date("2013-01-05T17:12:43Z") });
  });

  test.each([
    [{ status: "draft" }, "It was a draft in WordPress."],
    [{ status: "auto-draft" }, "It was an unfinished draft in WordPress."],
    [{ status: "pending" }, "It was waiting for review; it became a draft."],
    [{ status: "private" }, "It was private; it became a draft."],
    [
      { status: "future", post_date_gmt: "2030-01-01 19:00:18" },
      "It was scheduled for 2030-01-01; it became a draft.",
    ],
    [{ post_password: "enter" }, "It was protected by a password; it became a draft."],
    [{ status: "private", post_password: "enter" }, "It was private; it became a draft."],
    [{ status: "acme" }, 'Its status in WordPress ("acme") is unknown here; it became a draft.'],
    [{ status: "" }, 'Its status in WordPress ("") is unknown here; it became a draft.'],
  ])("%o becomes a draft with a note", async (fields, note) => {
    const planned = await entry({ post_date_gmt: "2013-01-05 17:12:43", ...fields });
    expect(planned).toMatchObject({ status: "draft", publishedAt: undefined, notes: [note] });
  });
});

describe("a title", () => {
  test.each([
    ["Mark <em>with</em> <b>mark<sup>up</sup></b>", "Mark with markup"],
    ["Ink &amp; paper &#8211; &quot;a&quot;", 'Ink & paper – "a"'],
    ["  two\n lines ", "two lines"],
    ["a\u202Eb\u200Bc\u2066d", "abcd"],
    ["<script>x</script>a", "a"],
  ])("%j is plain text on one line", async (title, expected) => {
    expect(await entry({ title })).toMatchObject({ title: expected, notes: [] });
  });

  test("that is missing is made of the first words", async () => {
    const content =
      "<!-- wp:paragraph -->\n<p>One &amp; <b>two</b> three four five six seven eight nine ten, eleven twelve.</p>";
    expect(await entry({ title: "", content })).toMatchObject({
      title: "One & two three four five six seven eight nine ten, eleven…",
      notes: ["It had no title; its first words became one."],
    });
    expect(await entry({ title: "", content: "[caption]Short.[/caption]" })).toMatchObject({
      title: "Short.",
    });
  });

  test.each(["", "[gallery ids=1]", "https://youtu.be/x", "<script>x</script>"])(
    "that is missing where there are no words (%j) is Untitled",
    async (content) => {
      expect(await entry({ title: "", content })).toMatchObject({
        title: "Untitled",
        notes: ["It had no title."],
      });
    },
  );

  test("that is too long ends at a word, or at a letter where there are no spaces", async () => {
    const { title, notes } = await entry({ title: "words ".repeat(50) });
    expect(title).toBe(`${"words ".repeat(25)}words…`);
    expect(notes).toEqual(["Its title was shortened from 299 characters."]);
    const chinese = await entry({ title: "字".repeat(300) });
    expect(chinese.title).toBe(`${"字".repeat(159)}…`);
    const astral = await entry({ title: "𝒳".repeat(200) });
    expect(astral.title).toBe(`${"𝒳".repeat(79)}…`);
  });
});

describe("a slug", () => {
  test.each([
    [{ post_name: "hello-world" }, "hello-world"],
    [{ post_name: "%ce%b5%cf%80%ce%af%cf%80%ce%b5%ce%b4%ce%bf-3" }, "επίπεδο-3"],
    [{ post_name: "%E6%97%A5%E6%9C%AC" }, "日本"],
    [{ post_name: "cut-%e6%97" }, "cut"],
    [{ post_name: "100%-sure" }, "100-sure"],
    [{ post_name: "hello-w\u202Eorld\u202C-utf8-💫-test" }, "hello-world-utf8-test"],
    [{ post_name: "Up__CASE--x-" }, "up-case-x"],
    [{ post_name: "", title: "Don’t <i>Panic</i>!" }, "dont-panic"],
    [{ post_name: "💫", title: "🎭", post_id: "12" }, "article-12"],
    [{ post_name: "", title: "", post_id: "12", post_type: "page" }, "page-12"],
  ])("of %o is %s", async (fields, expected) => {
    expect(await entry(fields)).toMatchObject({ slug: expected });
  });

  test("that is taken gets a number, and it is said; other types have their own", async () => {
    const same = { post_name: "about" };
    const steps = await plan(item(same), item(same), item({ ...same, post_type: "page" }), item(same));
    expect(steps).toMatchObject([
      { slug: "about", notes: [] },
      { slug: "about-2", notes: ['The slug "about" was taken; it became "about-2".'] },
      { slug: "about", type: "page", notes: [] },
      { slug: "about-3" },
    ]);
  });

  test("is valid and free whatever WordPress had", async () => {
    const names = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.string({ maxLength: 20 }).map(encodeURIComponent),
      fc.constantFrom("字".repeat(200), "𠀀".repeat(200), `a${"𠀀".repeat(200)}`, `${"a".repeat(159)}-b`),
    );
    const safe = names.map((name) =>
      name.replace(/[<>&\]\uD800-\uDFFF]|[^\P{C}]/gu, (bad) => (bad > "\uFFFF" ? bad : "")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(safe, { minLength: 2, maxLength: 4 }), async (all) => {
        const steps = await plan(...[...all, ...all].map((post_name) => item({ post_name })));
        const slugs = steps.map((step) => (step.kind === "entry" ? step.slug : ""));
        for (const each of slugs) expect(slug().input.safeParse(each), each).toMatchObject({ success: true });
        expect(new Set(slugs).size).toBe(slugs.length);
      }),
      { numRuns: 100 },
    );
  });
});

test("an excerpt is plain text", async () => {
  expect(await entry({ excerpt: "<p>In <em>sh</em>ort</p><p>it &amp; that</p>" })).toMatchObject({
    excerpt: "In short it & that",
  });
});
