import type { RenderedMarkdown } from "@letterpress/client";

/** Letters that a paragraph needs to carry a large initial beside it. */
const enough = 180;

/** The text opens with a letter, in a paragraph long enough for a large initial. */
export function opensWithText({ html }: RenderedMarkdown): boolean {
  const paragraph = /^\s*<p>(\p{L}.*?)<\/p>/su.exec(html)?.[1] ?? "";
  return paragraph.replace(/<[^>]*>/g, "").length >= enough;
}
