import { describe, expect, test } from "vitest";
import { htmlToMarkdown } from "../../src/import-wordpress/html-to-markdown.ts";

describe("what has no place in a text", () => {
  test("is left out and named", () => {
    const { markdown: text, lost } = htmlToMarkdown(
      "a<script>x</script><style>y</style><form>z<input></form><svg><text>s</text></svg><math><mi>m</mi></math><canvas>c</canvas>b",
    );
    expect(text.replace(/\s/g, "")).toBe("ab");
    expect(lost).toEqual([
      "A script was left out.",
      "A style sheet was left out.",
      "A form was left out.",
      "A drawing (SVG) was left out.",
      "A formula (MathML) was left out.",
      "A drawing (canvas) was left out.",
    ]);
  });

  test.each([
    [
      "frames",
      '<iframe src="//maps.example/x?a=1&amp;b=2"></iframe>',
      "https://maps.example/x?a=1&b=2",
      "An embedded page",
    ],
    [
      "players",
      "<video><source src='https://a.example/b.mp4'>old browser</video>",
      "https://a.example/b.mp4",
      "A video",
    ],
    ["recordings", "<audio src='https://a.example/b.mp3'></audio>", "https://a.example/b.mp3", "A recording"],
    [
      "plugins",
      "<object><param name=movie value='https://a.example/b.swf'></object>",
      "https://a.example/b.swf",
      "An embedded object",
    ],
    [
      "YouTube's player",
      '<iframe src="https://www.youtube-nocookie.com/embed/SQEQr7c0-dw?rel=0"></iframe>',
      "https://www.youtube.com/watch?v=SQEQr7c0-dw",
      "An embedded page",
    ],
    [
      "Vimeo's player",
      '<iframe src="https://player.vimeo.com/video/123?h=1"></iframe>',
      "https://vimeo.com/123",
      "An embedded page",
    ],
  ])("%s become links on a line of their own", (_what, html, url, kind) => {
    expect(htmlToMarkdown(`<p>before${html}after</p>`)).toEqual({
      markdown: `before\n\n<${url}>\n\nafter`,
      lost: [`${kind} became a link: ${url}`],
    });
  });

  test("frames without an address, or with one that runs, are left out and named", () => {
    expect(htmlToMarkdown('<iframe srcdoc="x"></iframe><iframe src="javascript:x"></iframe>')).toEqual({
      markdown: "",
      lost: ["An embedded page was left out: it names no address."],
    });
  });
});
