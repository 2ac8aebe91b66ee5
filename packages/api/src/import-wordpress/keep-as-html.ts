import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { BLOCK_NAMES } from "./block-names.ts";
import { element } from "./element.ts";
import { isBlank } from "./is-blank.ts";
import { isElement } from "./is-element.ts";
import { rawHtml } from "./raw-html.ts";

/**
 * Turns what markdown has no words for into raw HTML: pictures with captions, tables that are more than a grid with a
 * head, lists of definitions, details that open. All other figures become what is in them.
 */
export function keepAsHtml(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    const kept = convert(node);
    if (!kept) return undefined;
    parent.children.splice(index, 1, ...(kept.nodes as RootContent[]));
    return kept.isDone ? [SKIP, index + kept.nodes.length] : index;
  });
}

function convert(node: Element): { nodes: ElementContent[]; isDone: boolean } | undefined {
  switch (node.tagName) {
    case "figure":
      return figure(node);
    case "table":
      return table(node);
    case "dl":
      return { nodes: node.children.every(isBlank) ? [] : [raw(rawHtml(node))], isDone: true };
    case "details":
      return details(node);
    default:
      return undefined;
  }
}

function figure(node: Element): { nodes: ElementContent[]; isDone: boolean } {
  const captions = node.children.filter(
    (child) => isElement(child, "figcaption") && !isBlank(child),
  ) as Element[];
  const content = node.children.filter((child) => !isElement(child, "figcaption") && !isBlank(child));
  const words = captions.flatMap((caption) => unwrapParagraphs(caption.children));
  const picture = onlyPicture(content);
  if (picture && words.length > 0) {
    const caption = element("figcaption", {}, words);
    return { nodes: [raw(rawHtml(element("figure", {}, [picture, caption])))], isDone: true };
  }
  const after = words.length > 0 ? [element("p", {}, [element("em", {}, words)])] : [];
  return { nodes: [...(picture ? [element("p", {}, [picture])] : content), ...after], isDone: false };
}

/** The picture, or linked picture, that is all there is in some nodes, however it is wrapped. */
function onlyPicture(nodes: ElementContent[]): Element | undefined {
  const shown = nodes.filter((node) => !isBlank(node));
  const [only] = shown;
  if (shown.length !== 1 || !isElement(only)) return undefined;
  if (only.tagName === "img") return only;
  const inside = onlyPicture(only.children);
  return inside && only.tagName === "a" ? { ...only, children: [inside] } : inside;
}

function unwrapParagraphs(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index) => {
    if (!isElement(node, "p", "div")) return [node];
    const space = index > 0 ? [{ type: "text", value: " " } as const] : [];
    return [...space, ...unwrapParagraphs(node.children)];
  });
}

function table(node: Element): { nodes: ElementContent[]; isDone: boolean } {
  const caption = node.children.find((child) => isElement(child, "caption"));
  const words =
    isElement(caption) && !isBlank(caption) ? [element("p", {}, [element("em", {}, caption.children)])] : [];
  const rows = rowsOf(node);
  node.children = node.children.filter((child) => child !== caption);
  if (rows.length === 0 || node.children.every(isBlank)) return { nodes: words, isDone: true };
  if (!isGrid(rows)) return { nodes: [raw(rawHtml(node)), ...words], isDone: true };
  // Without its caption there is nothing more to do, and the cells need the visit.
  return words.length > 0 || caption
    ? { nodes: [node, ...words], isDone: true }
    : { nodes: [node], isDone: true };
}

/** Whether it has a head, and no cell that spans others or holds more than a line of text. */
function isGrid(rows: Element[]): boolean {
  const [head] = rows;
  if (!head || !cellsOf(head).every((cell) => cell.tagName === "th")) return false;
  return rows.every((row) =>
    cellsOf(row).every(
      (cell) =>
        Number(cell.properties.colSpan ?? 1) <= 1 &&
        Number(cell.properties.rowSpan ?? 1) <= 1 &&
        isLine(cell) &&
        !hasEscapedPipe(cell),
    ),
  );
}

/** Code with a backslash before a "|" cannot be told from the escape that tables need. */
function hasEscapedPipe(node: ElementContent): boolean {
  if (!isElement(node)) return false;
  const isCode = ["code", "samp", "tt"].includes(node.tagName);
  return isCode ? textOf(node).includes("\\|") : node.children.some(hasEscapedPipe);
}

function isLine(node: ElementContent): boolean {
  return (
    !("children" in node) ||
    node.children.every((child) => !isElement(child) || (!BLOCK_NAMES.has(child.tagName) && isLine(child)))
  );
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (isElement(child, "tr")) return [child];
    return isElement(child, "thead", "tbody", "tfoot") ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell) => isElement(cell, "td", "th")) as Element[];
}

function details(node: Element): { nodes: ElementContent[]; isDone: boolean } {
  const summary = node.children.find((child) => isElement(child, "summary"));
  const title = isElement(summary)
    ? rawHtml(element("p", {}, summary.children)).replace(/^<p>|<\/p>$/g, "")
    : "";
  const content = node.children.filter((child) => child !== summary);
  const opening = raw(`<details>\n<summary>${title || "…"}</summary>`);
  return { nodes: [opening, element("div", {}, content), raw("</details>")], isDone: false };
}

/** A node that rehype and remark tools know, though the types for HTML do not list it. */
function raw(value: string): ElementContent {
  return { type: "raw", value } as unknown as ElementContent;
}
