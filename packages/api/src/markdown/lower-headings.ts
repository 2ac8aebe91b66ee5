import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Moves all headings down a level where a text uses the first one: that is the title's, and a page has one. */
export function lowerHeadings() {
  return (tree: Root) => {
    const headings: Element[] = [];
    visit(tree, "element", (node: Element) => {
      if (/^h[1-6]$/.test(node.tagName)) headings.push(node);
    });
    if (!headings.some((heading) => heading.tagName === "h1")) return;
    for (const heading of headings) heading.tagName = `h${Math.min(6, Number(heading.tagName[1]) + 1)}`;
  };
}
