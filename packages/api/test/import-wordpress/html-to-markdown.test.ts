import { describe, expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/import-wordpress/html-to-markdown.ts";

const markdown = (html: string) => htmlToMarkdown(html).markdown;

describe("text keeps its marks", () => {
  test.each([
    [
      "emphasis",
      "<em>a</em> <i>b</i> <strong>c</strong> <b>d</b> <del>e</del> <s>f</s>",
      "*a* *b* **c** **d** ~~e~~ ~~f~~",
    ],
    ["code", "<code>a|b</code> <tt>c</tt> <samp>d</samp>", "`a|b` `c` `d`"],
    [
      "what only HTML can say",
      "H<sub>2</sub>O m<sup>2</sup> <kbd>Esc</kbd> <ins>new</ins> <mark>m</mark>",
      "H<sub>2</sub>O m<sup>2</sup> <kbd>Esc</kbd> <ins>new</ins> <mark>m</mark>",
    ],
    [
      "abbreviations",
      '<abbr title="a &quot;b&quot; &amp; c">x</abbr>',
      '<abbr title="a &quot;b&quot; &amp; c">x</abbr>',
    ],
    ["readings", "<ruby>漢<rt>kan</rt></ruby>", "<ruby>漢<rt>kan</rt></ruby>"],
    ["quotes", "<q>a <q>b</q></q>", "“a ‘b’”"],
    [
      "nothing that is only looks",
      '<u>a</u> <span style="color:red">b</span> <font size="7">c</font> <big>d</big>',
      "a b c d",
    ],
    [
      "right-to-left text and emoji",
      "<p>مرحبا <strong>بالعالم</strong> 👩‍👩‍👧</p>",
      "مرحبا **بالعالم** 👩‍👩‍👧",
    ],
  ])("%s", (_what, html, expected) => expect(markdown(html)).toBe(expected));

  test.each([
    ["spaces inside its ends", "<em>Right, </em>and<b> left</b>", "*Right,* and **left**"],
    ["its own kind inside", "<strong>bold<strong> text</strong></strong>", "**bold text**"],
    ["a neighbour of its kind", "<b>a</b><b>b</b>", "**ab**"],
    ["nothing inside", "a<strong> </strong><em></em>b", "a b"],
    ["quotes at its ends", '<strong>"q"</strong>text', '<strong>"q"</strong>text'],
    ["Japanese quotes", "<strong>「強調」</strong>文字", "<strong>「強調」</strong>文字"],
    ["letters on both sides", "in<em>fin</em>ite", "in*fin*ite"],
    ["whole paragraphs inside", "<b><p>a</p><h2>b</h2></b>", "**a**\n\n## **b**"],
  ])("emphasis with %s", (_what, html, expected) => expect(markdown(html)).toBe(expected));

  test.each([
    [
      "marks",
      "*a* _b_ `c` ~~d~~ [e] ![f] &lt;b&gt; &amp;amp;",
      "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\[e] !\\[f] \\<b> \\&amp;",
    ],
    [
      "beginnings of lines",
      "<p># a</p><p>- b</p><p>1. c</p><p>&gt; d</p><p>---</p>",
      "\\# a\n\n\\- b\n\n1\\. c\n\n\\> d\n\n\\---",
    ],
  ])("markdown's own %s in a text are escaped", (_what, html, expected) =>
    expect(markdown(html)).toBe(expected),
  );

  test("ampersands and brackets are written as they are where that is safe", () => {
    expect(markdown("R&amp;D &amp; &amp;copy; <code>\\&amp;</code> <b>R&amp;</b>D \\&amp;x &#xFDD0;y")).toBe(
      "R&D & \\&copy; `\\&` <strong>R&</strong>D \\\\\\&x y",
    );
    expect(markdown('<a href="https://a.example/A_(b)?c=1&amp;copy=2&amp;d">e</a>')).toBe(
      "[e](https://a.example/A_(b)?c=1&copy=2&d)",
    );
    expect(markdown('<img src="https://a.example/b (1).jpg?c=1&amp;d">')).toBe(
      "![](https://a.example/b%20%281%29.jpg?c=1&d)",
    );
  });

  test("addresses in a text become links and not backslashes", () => {
    expect(
      markdown("See http://example.com/a_b_c, (https://x.org/a(b)) me@example.com www.example.com."),
    ).toBe(
      "See <http://example.com/a_b_c>, (<https://x.org/a(b)>) <me@example.com> [www.example.com](http://www.example.com).",
    );
  });
});

describe("blocks", () => {
  test.each([
    ["headings", "<h1>a</h1><h2>b<br>c</h2><h6>d</h6>", "# a\n\n## b c\n\n###### d"],
    ["nested lists", "<ul><li>a<ol start='3'><li>b</li></ol></li><li>c</li></ul>", "- a\n\n  3. b\n\n- c"],
    ["tight lists", "<ol><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n   - b\n2. c"],
    ["lists directly in lists", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"],
    [
      "task lists",
      "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>",
      "- [x] a\n- [ ] b",
    ],
    ["quotes in quotes", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"],
    [
      "a quote's source",
      "<blockquote><p>a</p><cite><a href='/b'>B</a></cite></blockquote>",
      "> a\n>\n> — [B](/b)",
    ],
    ["a source that has its dash", "<blockquote>a — <cite>B</cite></blockquote>", "> a\n>\n> — B"],
    ["code", '<pre class="brush: php; title: x">&lt;?php\n\n$a;</pre>', "```php\n<?php\n\n$a;\n```"],
    ["code in its element", '<pre><code class="language-ts">a\n</code></pre>', "```ts\na\n```"],
    ["code with fences", "<pre>````\n```</pre>", "`````\n````\n```\n`````"],
    [
      "details",
      "<details><summary>a <b>b</b></summary><p>c <i>d</i></p></details>",
      "<details>\n<summary>a <strong>b</strong></summary>\n\nc *d*\n\n</details>",
    ],
    [
      "definitions",
      "<dl><dt>a</dt><dd>b <i>c</i></dd></dl>",
      "<dl>\n<dt>a</dt>\n<dd>b <em>c</em></dd>\n</dl>",
    ],
    ["headings in links", "<a href='/x'><h2>a</h2></a>", "## [a](/x)"],
    ["items without a list", "<li>a<li>b</li><dd>c</dd><summary>d</summary>", "a\n\nb\n\nc\n\nd"],
    ["blocks in headings", "<h2><div>a</div><p>b</p></h2>", "## a b"],
  ])("%s", (_what, html, expected) => expect(markdown(html)).toBe(expected));

  test("nothing is left of what shows nothing", () => {
    expect(
      markdown("<p>&nbsp;</p><h2></h2><ul><li></li></ul><blockquote></blockquote><p><br></p><dl></dl>"),
    ).toBe("");
  });
});

describe("tables", () => {
  const grid = "<table><tr><th>A|B</th><th>C</th></tr><tr><td>1<br>2</td><td><p>3</p></td></tr></table>";

  test("with a head are written as markdown", () => {
    expect(markdown(grid)).toBe("| A\\|B | C |\n| - | - |\n| 1<br>2 | 3 |");
  });

  test.each([
    [
      "no head",
      "<table><tr><td>a</td> <td>b<br></td></tr></table>",
      "<table>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>",
    ],
    [
      "cells that span",
      '<table><tr><th>a</th></tr><tr><td colspan="2" class="x">b</td></tr></table>',
      '<table>\n<tbody>\n<tr><th>a</th></tr>\n<tr><td colspan="2">b</td></tr>\n</tbody>\n</table>',
    ],
    [
      "white space between cells",
      "<!-- wp:table --><table><tr>\n<td>a</td>\n<td>b</td>\n</tr></table>",
      "<table>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>",
    ],
    [
      "a backslash before a bar in code",
      "<table><tr><th><code>a\\|b</code></th></tr></table>",
      "<table>\n<tbody>\n<tr><th><code>a\\|b</code></th></tr>\n</tbody>\n</table>",
    ],
    [
      "lists in cells",
      "<table><tr><th>a</th></tr><tr><td><ul><li>b</ul></td></tr></table>",
      "<table>\n<tbody>\n<tr><th>a</th></tr>\n<tr><td>\n<ul>\n<li>b</li>\n</ul>\n</td></tr>\n</tbody>\n</table>",
    ],
  ])("with %s stay HTML", (_what, html, expected) => expect(markdown(html)).toBe(expected));

  test("keep their caption", () => {
    expect(markdown(grid.replace("<table>", "<table><caption>Cap</caption>"))).toMatch(/\| 3 \|\n\n\*Cap\*$/);
  });

  test("stay in one piece around code with empty lines", () => {
    const html = markdown("<table><tr><td><pre>a\n\n\nb</pre></td></tr></table>");
    expect(html).not.toMatch(/\n\s*\n/);
    expect(html).toContain("a\n&#10;&#10;b");
  });
});

describe("links", () => {
  test.each([
    ["with spaces and brackets", "<a href='/a b(c)' title='d \"e\"'>f]</a>", '[f\\]](</a b(c)> "d \\"e\\"")'],
    ["around pictures", "<a href='/a'><img src='/b.png' alt='c'></a>", "[![c](/b.png)](/a)"],
    ["broken over lines", "<a href='https://a.exa\n mple/b'>c</a>", "[c](<https://a.exa mple/b>)"],
    ["to themselves", "<a href='https://a.example/'>https://a.example/</a>", "<https://a.example/>"],
    ["that lead nowhere", "<a name='x'></a><a>b</a> <a href='#'>c</a> <a href='/d'></a>", "b c"],
  ])("%s", (_what, html, expected) => expect(markdown(html)).toBe(expected));

  test.each(["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x"])(
    "%j are taken off",
    (href) => {
      expect(htmlToMarkdown(`<a href="${href}">text</a>`)).toEqual({
        markdown: "text",
        lost: ["A link that runs a script was taken off its text."],
      });
    },
  );
});

describe("pictures", () => {
  const figure = '<figure>\n<img src="/a.jpg" alt="A">\n<figcaption>Cap <em>b</em></figcaption>\n</figure>';

  test.each([
    [
      "without a caption are markdown",
      '<figure class="alignleft"><img src="/a.jpg" alt="A" width="9"></figure>',
      "![A](/a.jpg)",
    ],
    [
      "with one are figures",
      '<figure><img src="/a.jpg" alt="A" class="alignright" onload="x"><figcaption>Cap <i>b</i></figcaption></figure>',
      figure,
    ],
    [
      "of the old editor",
      '<div class="wp-caption alignnone" style="width:9px"><img src="/a.jpg" alt="A"><p class="wp-caption-text">Cap <em>b</em></p></div>',
      figure,
    ],
    [
      "that load late show what is loaded",
      '<img src="data:image/gif;base64,R0" data-src="/a.jpg" alt="A">',
      "![A](/a.jpg)",
    ],
    [
      "linked to their own file show it in full",
      '<a href="/a.jpg"><img src="/a-300x200.jpg" alt="A"></a>',
      "![A](/a.jpg)",
    ],
    ["of faces are text", 'Hi <img class="wp-smiley" src="/x.gif" alt=":-)">', "Hi :-)"],
    ["with odd descriptions", `<img src="/a b.jpg" alt='a "]\n b'>`, '![a "\\] b](/a%20b.jpg)'],
  ])("%s", (_what, html, expected) => expect(markdown(html)).toBe(expected));

  test("that begin, end or float in a paragraph get one of their own", () => {
    expect(markdown('<p><img class="alignleft" src="/a.jpg"> text</p>')).toBe("![](/a.jpg)\n\ntext");
    expect(markdown('<p>text <img class="size-full" src="/a.jpg"></p>')).toBe("text\n\n![](/a.jpg)");
    expect(markdown('<p>te <img class="alignright" src="/a.jpg"> xt</p>')).toBe("![](/a.jpg)\n\nte xt");
    expect(markdown('<p>one<br><img src="/a.jpg"><br>two</p>')).toBe("one\n\n![](/a.jpg)\n\ntwo");
  });

  test("inside a sentence stay there", () => {
    expect(markdown('<p>the <img src="/a.gif" alt="A"> icon</p>')).toBe("the ![A](/a.gif) icon");
  });

  test("that cannot be shown are named", () => {
    expect(htmlToMarkdown('<img src="data:image/png;base64,xx">b<img alt="c">')).toEqual({
      markdown: "b",
      lost: [
        "A picture that was stored inside the text was left out.",
        "A picture without an address was left out.",
      ],
    });
  });
});
