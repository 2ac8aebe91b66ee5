import { describe, expect, it } from "vitest";
import { pictureMarkdown } from "../../src/studio/markdown/picture-markdown.ts";

describe("a picture in markdown", () => {
  it("a description with brackets does not end the picture early", () => {
    expect(pictureMarkdown({ url: "/media/1/a.png", alt: "A [red]\nfield" })).toBe(
      "![A \\[red\\] field](/media/1/a.png)",
    );
  });
});
