import fc from "fast-check";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/import-wordpress/html-to-markdown.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";

const GAVE_UP = "The post could not be converted; only its plain text was kept.";
const RUNS =
  /^(?:script|style|iframe|form|object|embed|video|audio|svg|math|base|meta|link|template|textarea|select)$/;
/** Renders without sanitizing. */
const unsafe = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);
const words = (list: string) => list.split(" ");
const letters = (text: string) => text.replace(/[\s“”‘’]+/g, "");
const textOf = (html: string) =>
  letters(
    html
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );

const tags = words(
  "p div b i em strong a img br hr ul ol li table tr td th tbody caption pre code blockquote h1 h6 span figure " +
    "figcaption dl dt dd details summary iframe video source object embed script style form input textarea select svg " +
    "path math template noscript title xmp plaintext sub kbd ruby q u del cite center menu body base meta link",
);
const attributes = [
  "",
  " class='alignleft'",
  " class=wp-block-verse",
  " class='wp-caption'",
  " class='wp-block-cover' style='background-image:url(x.jpg)'",
  " href=x",
  " href='javascript:alert(1)'",
  " src=x.jpg",
  " src='data:x' onerror=alert(1)",
  " colspan=2 type=checkbox start=5",
];
const soup = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
        .map(([name, rest]) => `<${name}${rest}>`),
      fc.constantFrom(...tags).map((name) => `</${name}>`),
      fc.constantFrom(
        ...[
          "text",
          "a\n\nb",
          "\n",
          " ",
          "&lt;script>alert(1)&lt;/script>",
          "<!--more-->",
          "<!-- wp:paragraph -->",
        ],
        ...["<!-- wp:x /-->", "<!--", "-->", "[caption width=1]", "[/caption]", "[gallery ids=1]", "[x y=z]"],
        ...["<![CDATA[x]]>", "<?php x ?>", "<", "&", '"', "'", "`", "*", "|", "\u0000", "\uD800", "&#0;"],
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

describe("whatever the HTML", () => {
  test("it is converted without an error, and nothing in it runs", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 200 })), (html) => {
        const { markdown, lost } = htmlToMarkdown(html);
        expect(lost).not.toContain(GAVE_UP);
        // The renderer sanitizes, but an import must not lean on that.
        visit(unsafe.runSync(unsafe.parse(markdown)), "element", ({ tagName, properties }) => {
          expect(tagName).not.toMatch(RUNS);
          expect(Object.keys(properties).filter((name) => name.startsWith("on"))).toEqual([]);
          expect(`${properties.href} ${properties.src}`).not.toMatch(/(?:javascript|data):/i);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("readers see all of its text, no less and no more", async () => {
    const text = fc.constantFrom(
      ...[
        "a",
        "b c",
        "文字",
        "「引」",
        "*",
        "_",
        "**x**",
        "`",
        "~",
        "[x]",
        "(y)",
        "!",
        "#",
        "1.",
        "-",
        "+",
        "&gt;",
      ],
      ...[
        "|",
        "\\",
        "&amp;",
        "&lt;b&gt;",
        '"q"',
        "👍",
        " ",
        ".",
        "=",
        "snake_case",
        "http://e.org/a_b",
        "me@e.org",
      ],
      ...["&amp;copy;", "---", "===", "```", "~~~", "- x", ":-|", "\n"],
    );
    const inline = fc.letrec<{ inline: string; part: string }>((tie) => ({
      inline: fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
      part: fc.oneof(
        { depthSize: "small" },
        text,
        fc
          .tuple(fc.constantFrom(...words("b em strong i del code sub u span kbd mark")), tie("inline"))
          .map(([name, content]) => `<${name}>${content}</${name}>`),
        tie("inline").map((content) => `<a href="/x">${content}</a>`),
      ),
    })).inline;
    const blocks = fc.letrec<{ blocks: string; block: string }>((tie) => ({
      blocks: fc.array(tie("block"), { maxLength: 3 }).map((parts) => parts.join("\n")),
      block: fc.oneof(
        { depthSize: "small" },
        fc
          .tuple(fc.constantFrom(...words("p h2 pre dl div")), inline)
          .map(([name, content]) => `<${name}>${content}</${name}>`),
        inline,
        tie("blocks").map((content) => `<blockquote>${content}</blockquote>`),
        fc
          .tuple(fc.constantFrom("ul", "ol"), fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }))
          .map(([name, items]) => `<${name}>${items.map((item) => `<li>${item}</li>`).join("")}</${name}>`),
        fc
          .tuple(fc.constantFrom("th", "td"), inline, inline)
          .map(
            ([name, first, second]) =>
              `<table><tr><${name}>${first}</${name}></tr><tr><td>${second}</td></tr></table>`,
          ),
        inline.map((content) => `<figure><img src="/a.jpg"><figcaption>${content}</figcaption></figure>`),
      ),
    })).blocks;
    await fc.assert(
      fc.asyncProperty(blocks, async (html) => {
        const { markdown, lost } = htmlToMarkdown(html);
        expect(lost).toEqual([]);
        expect(letters((await renderMarkdown(markdown)).text)).toBe(textOf(html));
      }),
      { numRuns: 200 },
    );
  });
});

describe("however much of it there is", () => {
  test.each([
    ["divisions", `${"<div>".repeat(10_000)}deep`, "deep"],
    ["quotes", `${"<blockquote>".repeat(10_000)}deep`, "deep"],
    ["lists", `${"<ul><li>".repeat(10_000)}deep`, "deep"],
    ["emphasis never closed", `${"<em>x<b>".repeat(10_000)}deep`, "deep"],
    ["tables", `${"<table><tr><td>".repeat(10_000)}deep`, "deep"],
  ])("ten thousand nested %s keep their text, and it is said", (_what, html, text) => {
    const { markdown, lost } = htmlToMarkdown(html);
    expect(markdown).toContain(text);
    expect(lost).toEqual(["Tags nested more than 64 deep were dropped; their text was kept."]);
  });

  test("what comes after it keeps its depth", () => {
    const html = `${"<blockquote>".repeat(100)}deep${"</blockquote>".repeat(90)}<p>less</p>`;
    expect(htmlToMarkdown(html).markdown).toMatch(/\n(?:> ){10}less$/);
  });

  test.each([
    ["a word without end", "x".repeat(1_000_000)],
    ["brackets", "[a b=c".repeat(20_000)],
    ["openings", "<a ".repeat(50_000)],
    ["comments", "<!--".repeat(50_000)],
    ["captions never closed", "[caption]".repeat(20_000)],
    ["quotes in brackets", `["${'a"'.repeat(50_000)}`],
    ["points", "a.".repeat(50_000)],
    ["at signs", "a@".repeat(50_000)],
    ["asterisks", "*".repeat(20_000)],
  ])("%s take no longer than they must", (_what, html) => {
    const start = performance.now();
    expect(htmlToMarkdown(html).lost).not.toContain(GAVE_UP);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test.each(["", " \n\n ", "<p>", "</p>", "<<<>>>", "<!-- -->", "&nbsp;"])("%j is converted", (html) => {
    expect(htmlToMarkdown(html).lost).toEqual([]);
  });
});
