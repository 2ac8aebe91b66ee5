import { describe, expect, test } from "vitest";
import type { Attachment } from "../../src/import-wordpress/expand-shortcodes.ts";
import { htmlToMarkdown } from "../../src/import-wordpress/html-to-markdown.ts";

const library = new Map<string, Attachment>([
  ["1", { url: "https://blog.example/1.jpg", alt: 'The "one"', caption: "One <em>em</em>" }],
  ["2", { url: "https://blog.example/2.png?x", alt: "Two", caption: "" }],
  ["3", { url: "https://blog.example/3.mp3", alt: "", caption: "" }],
]);
const options = { attachment: (id: string) => library.get(id), attached: [...library.values()] };
const convert = (html: string) => htmlToMarkdown(html, options);
const one = `<figure>\n<img src="https://blog.example/1.jpg" alt="The &quot;one&quot;">\n<figcaption>One <em>em</em></figcaption>\n</figure>`;
const two = "![Two](https://blog.example/2.png?x)";

describe("a caption", () => {
  const figure =
    '<figure>\n<img src="/a.jpg" alt="">\n<figcaption>Words <a href="/x">x</a></figcaption>\n</figure>';

  test.each([
    [
      "after its picture",
      '[caption id="attachment_1" width="9"]<img src="/a.jpg" /> Words <a href="/x">x</a>[/caption]',
    ],
    [
      "after its linked picture",
      '[caption width="9"]<a href="/a.jpg"><img src="/a.jpg" /></a> Words <a href="/x">x</a>[/caption]',
    ],
    ["in an attribute", `[wp_caption caption='Words <a href="/x">x</a>']<img src="/a.jpg" />[/wp_caption]`],
  ])("%s makes a figure of it", (_where, html) => {
    expect(convert(`before\n${html}\nafter`)).toEqual({ markdown: `before\n\n${figure}\n\nafter`, lost: [] });
  });

  test("without a picture leaves what it is around", () => {
    expect(convert("[caption]just <b>words</b>[/caption]").markdown).toBe("just **words**");
  });
});

describe("a gallery", () => {
  test("shows the pictures that it names, in its order, with their captions", () => {
    expect(convert('[gallery columns="2" ids="2, 1"]')).toEqual({ markdown: `${two}\n\n${one}`, lost: [] });
  });

  test("that names none shows the pictures of its post, less those it excludes", () => {
    expect(convert("[gallery]")).toEqual({ markdown: `${one}\n\n${two}`, lost: [] });
    expect(convert('[gallery exclude="1"]').markdown).toBe(two);
  });

  test("whose pictures are not in the export is named", () => {
    expect(convert('a\n\n[gallery ids="8,9"]')).toEqual({
      markdown: "a",
      lost: ["A gallery was left out: its pictures are not in the export."],
    });
    expect(convert('[gallery ids="2,9"]')).toEqual({
      markdown: two,
      lost: ["A gallery lost pictures that are not in the export."],
    });
    expect(htmlToMarkdown("[gallery]").lost).toHaveLength(1);
  });
});

test.each([
  ["[embed width=1]https://a.example/b?c=1&amp;d=2[/embed]", "https://a.example/b?c=1&d=2"],
  ["[youtube https://www.youtube.com/watch?v=SQEQr7c0-dw]", "https://www.youtube.com/watch?v=SQEQr7c0-dw"],
  ["[youtube=https://youtu.be/x]", "https://youtu.be/x"],
  ['[youtube id="SQEQr7c0-dw"]', "https://www.youtube.com/watch?v=SQEQr7c0-dw"],
  ["[vimeo 123]", "https://vimeo.com/123"],
  ["[audio https://a.example/b.mp3]", "https://a.example/b.mp3"],
  ['[audio mp3="https://a.example/b.mp3"][/audio]', "https://a.example/b.mp3"],
  [
    '[video width="9" mp4="https://a.example/b.mp4" poster="https://a.example/c.jpg"][/video]',
    "https://a.example/b.mp4",
  ],
  ['[soundcloud url="https://a.example/b" params="x=1"]', "https://a.example/b"],
  ['[playlist ids="3"]', "https://blog.example/3.mp3"],
])("%s becomes a link on a line of its own", (shortcode, url) => {
  expect(convert(`before ${shortcode} after`)).toEqual({ markdown: `before\n\n<${url}>\n\nafter`, lost: [] });
});

test("code in a shortcode becomes a block, whatever is in it", () => {
  expect(convert('[code language="php"]<?php echo "<b>";\n\n$a[0]; ?>[/code]').markdown).toBe(
    '```php\n<?php echo "<b>";\n\n$a[0]; ?>\n```',
  );
});

test("one that is never closed takes nothing with it", () => {
  expect(convert("[embed]https://a.example/1 [embed]https://a.example/2[/embed]").markdown).toBe(
    "\\[embed]<https://a.example/1>\n\n<https://a.example/2>",
  );
});

test("unknown ones stay in the text and are named once each", () => {
  expect(convert('[contact-form-7 id="1"] [box]in[/box] [box]again[/box]')).toEqual({
    markdown: '\\[contact-form-7 id="1"] \\[box]in\\[/box] \\[box]again\\[/box]',
    lost: [
      "The shortcode [contact-form-7] is not known here; it was left in the text.",
      "The shortcode [box] is not known here; it was left in the text.",
    ],
  });
  expect(convert('[button url="https://a.example"]Buy[/button]').markdown).toContain("Buy");
});

test.each(["[sic]", "a[i]", "[1]", "[…]", "[ ]", "[don't]"])("%s in brackets is just text", (text) => {
  expect(convert(text).lost).toEqual([]);
});

test("examples stay examples: escaped, in code, in attributes", () => {
  expect(convert("Write [[gallery]].").markdown).toBe("Write \\[gallery].");
  expect(convert("<code>[gallery]</code>").markdown).toBe("`[gallery]`");
  expect(convert("<pre>[embed]https://a.example[/embed]</pre>").markdown).toBe(
    "```\n[embed]https://a.example[/embed]\n```",
  );
  expect(convert('<a href="/x" title="> [gallery]">x</a>').markdown).toBe('[x](/x "> \\[gallery]")');
  expect(convert("<script>[box a=b]</script>").lost).toEqual(["A script was left out."]);
});
