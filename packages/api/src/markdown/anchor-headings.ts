import type { TocItem } from "@letterpress/model/fields/markdown";
import GithubSlugger from "github-slugger";
import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Gives every heading an id and a link to itself, and lists them in `toc`. */
export function anchorHeadings(toc: TocItem[]) {
  return (tree: Root) => {
    const slugger = new GithubSlugger();
    visit(tree, "element", (node: Element) => {
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (level === undefined) return;
      const text = textOf(node).trim();
      if (text === "") return;
      const footnotes = node.properties.id === "user-content-footnote-label";
      const id = footnotes ? "user-content-footnote-label" : `h-${slugger.slug(text)}`;
      node.properties.id = id;
      if (footnotes) return;
      toc.push({ depth: Number(level), id, text });
      node.children.push({
        type: "element",
        tagName: "a",
        properties: { href: `#${id}`, className: ["anchor"], ariaLabel: `Link to “${text}”` },
        children: [{ type: "text", value: "#" }],
      });
    });
  };
}
