import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { renderedMarkdown } from "./rendered-markdown.ts";

/** Attributes that name ids; `htmlFor` and forms cannot be in it. */
const naming = ["id", "ariaDescribedBy", "ariaLabelledBy"];

/**
 * Makes rendered markdown part of a page that has headings of its own around it: its headings start at `level`
 * (2 to 6), and its ids get the prefix. Sanitized again: that it is a markdown field is only what it looks like, and
 * a field of JSON may hold any HTML.
 */
export function embedHtml(html: string, level: number, idPrefix: string): string {
  const fit = () => (tree: Root) => {
    visit(tree, "element", (node) => {
      const own = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (own !== undefined) node.tagName = `h${Math.min(6, Math.max(2, Number(own)) + level - 2)}`;
      for (const name of naming) {
        const given = node.properties[name];
        if (given !== undefined && given !== null) node.properties[name] = prefixed(String(given));
      }
      const { href } = node.properties;
      if (typeof href === "string" && href.startsWith("#"))
        node.properties.href = `#${idPrefix}${href.slice(1)}`;
    });
  };
  const prefixed = (ids: string) =>
    ids
      .split(/[\s,]+/)
      .map((id) => idPrefix + id)
      .join(" ");
  const file = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSanitize, renderedMarkdown)
    .use(fit)
    .use(rehypeStringify)
    .processSync(html);
  return String(file);
}
