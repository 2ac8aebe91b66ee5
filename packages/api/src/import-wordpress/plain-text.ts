import type { Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { limitNesting } from "./limit-nesting.ts";

const MAX_DEPTH = 64;
const HIDDEN = new Set("script style template noscript textarea select svg math iframe title".split(" "));
const INLINE = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s small span strong sub sup tt u var wbr".split(
    " ",
  ),
);
const parser = unified().use(rehypeParse, { fragment: true });

/** The words of some HTML on one line, without invisible characters that could turn the text around them. */
export function plainText(html: string): string {
  const text = wordsOf(parser.parse(limitNesting(html, MAX_DEPTH).html));
  return text
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || (node.type === "element" && HIDDEN.has(node.tagName))) return "";
  const words = node.children.map(wordsOf).join("");
  return node.type === "element" && !INLINE.has(node.tagName) ? ` ${words} ` : words;
}
