import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { BLOCK_NAMES } from "./block-names.ts";
import { element } from "./element.ts";
import { isBlank } from "./is-blank.ts";
import { isElement } from "./is-element.ts";

/** What can only be around text in markdown: its marks, and paragraphs. */
const MARKS = new Set("p a b strong i em mark var s strike del ins sub sup kbd ruby".split(" "));
/** The only parents that some elements make sense in; elsewhere they are boxes like any other. */
const HOMES = new Map([
  ["li", ["ul", "ol"]],
  ["dt", ["dl"]],
  ["dd", ["dl"]],
  ["td", ["tr"]],
  ["th", ["tr"]],
  ["tr", ["table", "thead", "tbody", "tfoot"]],
  ["thead", ["table"]],
  ["tbody", ["table"]],
  ["tfoot", ["table"]],
  ["caption", ["table"]],
  ["summary", ["details"]],
]);
/** Their inside stays as it is. */
const CLOSED = new Set(["pre", "hr", "img"]);

/**
 * Puts right what HTML parsers let pass and markdown cannot nest: marks around whole blocks, blocks inside paragraphs
 * and headings, lists directly in lists, parts of lists and tables outside of them, lone paragraphs in cells.
 */
export function repairNesting(tree: Root): void {
  visit(tree, "element", (node, _index, parent) => {
    if (isElement(node, "listing", "plaintext", "xmp")) node.tagName = "pre";
    if (isElement(node, "menu", "dir")) node.tagName = "ul";
    if (isElement(node, "dl"))
      node.children = node.children.flatMap((child) => (isElement(child, "div") ? child.children : child));
    const home = HOMES.get(node.tagName);
    if (home && !isElement(parent, ...home)) node.tagName = "div";
  });
  tree.children = sinkAll(tree.children as ElementContent[]);
  visit(tree, "element", (node) => {
    if (isElement(node, "ul", "ol")) adoptStrays(node);
    if (isElement(node, "h1", "h2", "h3", "h4", "h5", "h6")) node.children = flatten(node.children);
    if (isElement(node, "td", "th")) unwrapOnly(node);
  });
}

/** `<b><p>x</p></b>` becomes `<p><b>x</b></p>`. */
function sinkAll(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element" || CLOSED.has(node.tagName)) return [node];
    if (MARKS.has(node.tagName) && node.children.some(hasBlock)) return sink(node, sinkAll(node.children));
    return [{ ...node, children: sinkAll(node.children) }];
  });
}

function sink(mark: Element, nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    if (run.length > 0) result.push(...(run.every(isBlank) ? run : [{ ...mark, children: run }]));
    run = [];
  };
  for (const node of nodes) {
    if (!hasBlock(node)) {
      run.push(node);
      continue;
    }
    flush();
    const isOpen = node.type === "element" && !CLOSED.has(node.tagName);
    result.push(isOpen ? { ...node, children: sink(mark, node.children) } : node);
  }
  flush();
  return result;
}

function hasBlock(node: ElementContent): boolean {
  return node.type === "element" && (BLOCK_NAMES.has(node.tagName) || node.children.some(hasBlock));
}

/** What is in a list but not in an item belongs to the item before it, or is one. */
function adoptStrays(list: Element): void {
  const items: Element[] = [];
  for (const node of list.children) {
    const last = items.at(-1);
    if (isElement(node, "li")) items.push(node);
    else if (last) last.children.push(node);
    else if (!isBlank(node)) items.push(element("li", {}, [node]));
  }
  list.children = items;
}

/** A paragraph that is all there is in a table's cell is just the cell's text. */
function unwrapOnly(cell: Element): void {
  const content = cell.children.filter((child) => !isBlank(child));
  if (content.length === 1 && isElement(content[0], "p")) cell.children = content[0].children;
}

function flatten(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    const children = flatten(node.children);
    if (!BLOCK_NAMES.has(node.tagName)) return [{ ...node, children }];
    return [{ type: "text", value: " " }, ...children, { type: "text", value: " " }];
  });
}
