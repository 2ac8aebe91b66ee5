import type { Link, Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const writer = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, {
  bullet: "-",
  bulletOther: "*",
  rule: "-",
  emphasis: "*",
  strong: "*",
  fences: true,
});

/** Characters that stand for no character in Unicode, so no text has a use for them. */
const STAND_INS = { "&": "\uFDD0", "(": "\uFDD1", ")": "\uFDD2" };

/**
 * A tree as markdown text. "&" and pairs of brackets in addresses are written as they are where that is safe; the
 * library would put a backslash before each, which people and simple programs take for a part of the address.
 */
export function writeMarkdown(tree: Root): string {
  visit(tree, hide);
  return writer
    .stringify(tree)
    .replaceAll(STAND_INS["&"], "&")
    .replaceAll(STAND_INS["("], "(")
    .replaceAll(STAND_INS[")"], ")")
    .trim();
}

function hide(node: Nodes): void {
  if ("value" in node) node.value = withoutStandIns(node.value);
  if (node.type === "text") node.value = hideAmpersands(node.value);
  if (node.type === "image") node.alt = hideAmpersands(withoutStandIns(node.alt ?? ""));
  if (node.type !== "link" && node.type !== "image") return;
  if (node.title) node.title = hideAmpersands(withoutStandIns(node.title));
  node.url = hideAmpersands(withoutStandIns(node.url));
  // A link whose text is its address is written once, without brackets around either.
  if (node.type === "link" && textOf(node) === node.url) return;
  node.url = node.url.replace(/(?<!\\)\(([^()\\]*)\)/g, `${STAND_INS["("]}$1${STAND_INS[")"]}`);
}

function textOf(link: Link): string {
  const [only, ...others] = link.children;
  return only?.type === "text" && others.length === 0 ? hideAmpersands(withoutStandIns(only.value)) : "";
}

function withoutStandIns(text: string): string {
  return text.replace(/[\uFDD0-\uFDD2]/g, "");
}

/**
 * All but those that begin a character reference, such as "&copy;", those after a backslash, and those at either end:
 * emphasis may be next to them, and asterisks must know that they are no letters.
 */
function hideAmpersands(text: string): string {
  return text.replace(/(?<=[^\\])&(?!#?\w+;)(?=[\s\S])/g, STAND_INS["&"]);
}
