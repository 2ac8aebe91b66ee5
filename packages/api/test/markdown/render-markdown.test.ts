import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";

const html = async (source: string) => (await renderMarkdown(source)).html;

describe("nothing that runs comes through", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<iframe src=https://example.com></iframe>",
    "<form action=/trpc/auth.signOut><button>x</button></form>",
    "<style>*{display:none}</style>",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "<p style='position:fixed' onclick=x>y</p>",
  ])("%s", async (source) => {
    expect(await html(source)).not.toMatch(
      /<script|onerror|onload|onclick|javascript:|<iframe|<form|<style|style=|src="data:/i,
    );
  });

  test("whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 300 }), async (source) => {
        expect(await html(`${source}\n\n<${source}>`)).not.toMatch(/<script|<iframe|<style/i);
      }),
      { numRuns: 50 },
    );
  });
});

test("a name in the text cannot take one that scripts look for", async () => {
  expect(await html('<p id="cookie">x</p>')).toBe('<p id="user-content-cookie">x</p>');
});

test("headings get an anchor and are listed, also when two are alike", async () => {
  const { toc, html: rendered } = await renderMarkdown("## One\n\n### *Two*\n\n### Two");
  expect(toc).toEqual([
    { depth: 2, id: "h-one", text: "One" },
    { depth: 3, id: "h-two", text: "Two" },
    { depth: 3, id: "h-two-1", text: "Two" },
  ]);
  for (const { id } of toc) expect(rendered).toContain(`id="${id}"`);
});

test("a text that uses the title's level is moved down as a whole", async () => {
  expect((await renderMarkdown("# One\n\n## Two\n\n###### Six")).toc.map(({ depth }) => depth)).toEqual([
    2, 3, 6,
  ]);
});

test("every link within the text has its target", async () => {
  const rendered = await html("A[^1] and [there](#there).\n\n[^1]: Note.\n\n<p id='there'>x</p>");
  const targets = [...rendered.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(targets.length).toBeGreaterThanOrEqual(3);
  for (const target of targets) expect(rendered).toContain(`id="${target}"`);
});

test("code is highlighted with variables for light and dark, and unknown languages stay text", async () => {
  expect(await html("```ts\nconst a = 1;\n```")).toMatch(/--shiki-light:#\w+;--shiki-dark:#\w+/);
  expect(await html("```nolang\n<b>\n```")).toContain("&#x3C;b>");
});

test("tables, task lists, strikethrough and bare links are understood", async () => {
  const rendered = await html("| a |\n|---|\n| b |\n\n- [x] done\n\n~~old~~ https://example.com");
  for (const part of ["<table>", 'type="checkbox"', "<del>", 'href="https://example.com"'])
    expect(rendered).toContain(part);
});

test("a known picture gets its size and variants, others load when they are needed", async () => {
  const image = {
    url: "/media/a/original.png",
    width: 800,
    height: 600,
    variants: [{ url: "/media/a/320.webp", width: 320 }],
  };
  const { html: rendered } = await renderMarkdown(
    "![one](/media/a/original.png) ![two](https://example.com/b.png)",
    new Map([[image.url, image]]),
  );
  expect(rendered).toContain('width="800" height="600" srcset="/media/a/320.webp 320w"');
  expect(rendered.match(/loading="lazy"/g)).toHaveLength(2);
});

test("the words alone are there for search and summaries", async () => {
  expect((await renderMarkdown("# A *b*\n\nc `d` [e](x)")).text).toBe("A b c d e");
});
