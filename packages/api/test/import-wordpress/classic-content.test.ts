import { expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/import-wordpress/html-to-markdown.ts";

const markdown = (html: string) => htmlToMarkdown(html).markdown;

test("an empty line ends a paragraph, a single line end is a break", () => {
  expect(markdown("one\ntwo\n\nthree\r\n \r\nfour")).toBe("one\\\ntwo\n\nthree\n\nfour");
});

test.each([
  [
    "around blocks",
    "one\n<h2>two</h2>\nthree\n\n<ul>\n\t<li>four</li>\n\n\t<li>five</li>\n</ul>\nsix",
    "one\n\n## two\n\nthree\n\n- four\n- five\n\nsix",
  ],
  ["in code", "<pre>one\n\ntwo\n  three</pre>", "```\none\n\ntwo\n  three\n```"],
  ["next to a line break", "one<br />\ntwo\n<br>three", "one\\\ntwo\\\nthree"],
  ["next to a comment", "one\n<!-- note -->\ntwo", "one\n\ntwo"],
  ["in tables", "<table>\n<tr>\n<th>one</th>\n\n<th>two</th>\n</tr>\n</table>", "| one | two |\n| - | - |"],
])("lines %s are not broken twice", (_where, html, expected) => expect(markdown(html)).toBe(expected));

test("lines inside quotes, list items and cells count as well", () => {
  expect(markdown("<blockquote>one\n\ntwo\nthree</blockquote>")).toBe("> one\n>\n> two\\\n> three");
  expect(markdown("<ul><li>one\ntwo</li></ul>")).toBe("- one\\\n  two");
  expect(markdown("<ul><li>one\n\ntwo</li></ul>")).toBe("- one\n\n  two");
});

test("emphasis that runs over an empty line is in both paragraphs", () => {
  expect(markdown("<em>one\n\ntwo</em> three")).toBe("*one*\n\n*two* three");
});

test("code of several lines becomes a block", () => {
  expect(markdown("See:\n<code>a {\n\tb: c;\n}</code>\nSo.")).toBe(
    "See:\n\n```\na {\n\tb: c;\n}\n```\n\nSo.",
  );
});

test("the more mark is dropped, and a page break becomes a line across", () => {
  expect(markdown("one\n<!--more-->\ntwo<!--nextpage-->three")).toBe("one\n\ntwo\n\n---\n\nthree");
});

test("an address on a line of its own is a link on a line of its own", () => {
  expect(markdown("one\n\nhttps://wordpress.tv/2009/03/16/a/\n\ntwo")).toBe(
    "one\n\n<https://wordpress.tv/2009/03/16/a/>\n\ntwo",
  );
});

test("paragraphs of nothing but a no-break space are dropped", () => {
  expect(markdown("one\n\n&nbsp;\n\ntwo")).toBe("one\n\ntwo");
});
