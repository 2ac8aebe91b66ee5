import { expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/import-wordpress/html-to-markdown.ts";

const block = (name: string, html: string, attributes = "") =>
  `<!-- wp:${name} ${attributes}-->\n${html}\n<!-- /wp:${name} -->\n\n`;
const markdown = (html: string) => htmlToMarkdown(html).markdown;
const picture = (id: number, caption = "") =>
  block(
    "image",
    `<figure class="wp-block-image size-large"><img src="/${id}.jpg" alt="P${id}" class="wp-image-${id}"/>${caption && `<figcaption class="wp-element-caption">${caption}</figcaption>`}</figure>`,
    `{"id":${id}} `,
  );
const figure = (id: number, caption: string) =>
  `<figure>\n<img src="/${id}.jpg" alt="P${id}">\n<figcaption>${caption}</figcaption>\n</figure>`;

test("line ends mean nothing, as blocks have their paragraphs", () => {
  expect(markdown(block("paragraph", "<p>one\ntwo</p>"))).toBe("one two");
});

test.each([
  ["pictures", picture(1) + picture(2, "Cap"), `![P1](/1.jpg)\n\n${figure(2, "Cap")}`],
  [
    "galleries",
    block(
      "gallery",
      `<figure class="wp-block-gallery">${picture(1, "One")}${picture(2)}<figcaption class="blocks-gallery-caption"><em>All</em> of it</figcaption></figure>`,
    ),
    `${figure(1, "One")}\n\n![P2](/2.jpg)\n\n*All of it*`,
  ],
  [
    "galleries of older editors",
    block(
      "gallery",
      '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><a href="/?attachment_id=1"><img src="/1.jpg" alt="P1"></a><figcaption>One</figcaption></figure></li></ul></figure>',
    ),
    figure(1, "One"),
  ],
  [
    "columns",
    block(
      "columns",
      `<div class="wp-block-columns">${block("column", '<div class="wp-block-column"><p>one</p></div>')}${block("column", '<div class="wp-block-column"><p>two</p></div>')}</div>`,
    ),
    "one\n\ntwo",
  ],
  [
    "quotes",
    block("quote", '<blockquote class="wp-block-quote"><p>one</p><cite>Ann<br></cite></blockquote>'),
    "> one\n>\n> — Ann",
  ],
  [
    "pull quotes",
    block(
      "pullquote",
      '<figure class="wp-block-pullquote"><blockquote><p>one</p><cite>Ann</cite></blockquote></figure>',
    ),
    "> one\n>\n> — Ann",
  ],
  [
    "tables",
    block(
      "table",
      '<figure class="wp-block-table"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody><tfoot><tr><td>2</td></tr></tfoot></table><figcaption>Cap</figcaption></figure>',
    ),
    "| A |\n| - |\n| 1 |\n| 2 |\n\n*Cap*",
  ],
  [
    "code",
    block("code", '<pre class="wp-block-code"><code>&lt;!-- wp:code --&gt;\n\na</code></pre>'),
    "```\n<!-- wp:code -->\n\na\n```",
  ],
  [
    "preformatted text",
    block("preformatted", '<pre class="wp-block-preformatted">one<br>  two</pre>'),
    "```\none\n  two\n```",
  ],
  [
    "verses",
    block("verse", '<pre class="wp-block-verse">one<br>  two\nthree</pre>'),
    "one\\\n\u00A0\u00A0two\\\nthree",
  ],
  [
    "buttons",
    block(
      "buttons",
      '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/a">A</a></div><div class="wp-block-button"><a class="wp-block-button__link">B<br></a></div></div>',
    ),
    "[A](/a)\n\nB",
  ],
  [
    "embeds",
    block(
      "embed",
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/x_y?a=1&amp;b=2\n</div><figcaption>Cap</figcaption></figure>',
    ),
    "<https://youtu.be/x_y?a=1&b=2>\n\n*Cap*",
  ],
  [
    "covers",
    block(
      "cover",
      '<div class="wp-block-cover" style="background-image:url(/a.jpg);min-height:9px"><p>one</p></div>',
    ),
    "![](/a.jpg)\n\none",
  ],
  [
    "files",
    block(
      "file",
      '<div class="wp-block-file"><a href="/a.pdf">A</a><a href="/a.pdf" class="wp-block-file__button" download>Download</a></div>',
    ),
    "[A](/a.pdf)",
  ],
  [
    "media beside text",
    block(
      "media-text",
      '<div class="wp-block-media-text"><figure><img src="/a.jpg" alt="A"></figure><div class="wp-block-media-text__content"><p>one</p></div></div>',
    ),
    "![A](/a.jpg)\n\none",
  ],
  [
    "breaks",
    `${block("more", "<!--more-->")}${block("paragraph", "<p>one</p>")}${block("nextpage", "<!--nextpage-->")}${block("separator", '<hr class="wp-block-separator"/>')}${block("spacer", '<div class="wp-block-spacer"></div>')}${block("paragraph", "<p>two</p>")}`,
    "one\n\n---\n\n---\n\ntwo",
  ],
  [
    "lists in blocks",
    block(
      "list",
      `<ul>${block("list-item", `<li>one${block("list", `<ol>${block("list-item", "<li>two</li>")}</ol>`)}</li>`)}</ul>`,
    ),
    "- one\n  1. two",
  ],
])("%s keep their meaning without their marks", (_what, html, expected) => {
  expect(htmlToMarkdown(html)).toEqual({ markdown: expected, lost: [] });
});

test("blocks that say only in their mark what they show become links", () => {
  const social = (service: string) =>
    `<!-- wp:social-link {"url":"https://${service}.example","service":"${service}"} /-->`;
  const html = `<ul class="wp-block-social-links">${social("a")}\n${social("b")}</ul><!-- wp:embed {"url":"https://c.example/"} /-->`;
  expect(htmlToMarkdown(html)).toEqual({
    markdown: "- [a](https://a.example)\n- [b](https://b.example)\n\n<https://c.example/>",
    lost: [],
  });
});

test("blocks that WordPress fills are left out and named once", () => {
  const html = `<!-- wp:latest-posts {"postsToShow":3} /--><!-- wp:latest-posts /--><!-- wp:acme/box {"a":{"b":1}} /--><!-- wp:block {"ref":12} /--><!-- wp:paragraph /-->`;
  expect(htmlToMarkdown(html)).toEqual({
    markdown: "",
    lost: [
      "A reusable block (number 12) was left out.",
      "Blocks that WordPress fills when a page is shown were left out: latest-posts, acme/box.",
    ],
  });
});
