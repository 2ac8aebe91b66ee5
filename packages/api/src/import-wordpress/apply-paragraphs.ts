import type { ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { BLOCK_NAMES } from "./block-names.ts";
import { element } from "./element.ts";
import { isBlank } from "./is-blank.ts";
import { isElement } from "./is-element.ts";

const words = (list: string) => new Set(list.split(" "));
/** Their inside is not prose. */
const UNTOUCHED = words("pre listing plaintext xmp object video audio iframe");
/** Where a single paragraph needs no element of its own. */
const TIGHT = words("li td th dd dt figcaption caption summary legend h1 h2 h3 h4 h5 h6");

/**
 * What WordPress does to posts from its classic editor each time it shows them: an empty line ends a paragraph, a single
 * line end is a line break.
 */
export function applyParagraphs(tree: Root): void {
  tree.children = flow(tree.children as ElementContent[], true);
}

function flow(nodes: ElementContent[], isWrapped: boolean): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    const paragraphs = splitAtEmptyLines(run)
      .map((paragraph) => breakLines(trimEdges(paragraph)))
      .filter((paragraph) => !paragraph.every(isBlank));
    run = [];
    if (isWrapped || paragraphs.length > 1) {
      result.push(...paragraphs.map((paragraph) => element("p", {}, paragraph)));
    } else {
      result.push(...paragraphs.flat());
    }
  };
  for (const node of nodes) {
    if (isInline(node)) {
      run.push(node);
    } else {
      flush();
      result.push(...block(node));
    }
  }
  flush();
  return result;
}

function isInline(node: ElementContent): boolean {
  if (node.type !== "element") return true;
  if (node.tagName === "code" && textOf(node).includes("\n")) return false;
  if (UNTOUCHED.has(node.tagName)) return node.tagName !== "pre";
  return !BLOCK_NAMES.has(node.tagName) && node.children.every(isInline);
}

function block(node: ElementContent): ElementContent[] {
  if (node.type !== "element" || UNTOUCHED.has(node.tagName)) return [node];
  const { tagName, children } = node;
  if (tagName === "code") return [element("pre", {}, [node])];
  if (tagName === "p") {
    const content = flow(children, false);
    return content.every(isInline) ? [{ ...node, children: content }] : content;
  }
  return [{ ...node, children: flow(children, !TIGHT.has(tagName)) }];
}

/** An inline element that an empty line divides becomes one in each paragraph. */
function splitAtEmptyLines(nodes: ElementContent[]): ElementContent[][] {
  const paragraphs: ElementContent[][] = [[]];
  for (const node of mergeTexts(nodes)) {
    const parts: ElementContent[][] =
      node.type === "text"
        ? node.value.split(/\r?\n[ \t]*\r?\n\s*/).map((value) => [{ type: "text", value }])
        : node.type === "element" && node.children.length > 0 && !UNTOUCHED.has(node.tagName)
          ? splitAtEmptyLines(node.children).map((children) => [{ ...node, children }])
          : [[node]];
    const [first = [], ...rest] = parts;
    paragraphs.at(-1)?.push(...first);
    paragraphs.push(...rest);
  }
  return paragraphs;
}

/** A comment that was taken out leaves two texts, and the ends of the lines around it count together. */
function mergeTexts(nodes: ElementContent[]): ElementContent[] {
  const merged: ElementContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last?.type === "text" && node.type === "text") {
      merged[merged.length - 1] = { type: "text", value: last.value + node.value };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

function trimEdges(nodes: ElementContent[]): ElementContent[] {
  const first = nodes.findIndex((node) => !isBlank(node));
  if (first === -1) return [];
  const kept = nodes.slice(first, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  return kept.map((node, index) => {
    if (node.type !== "text") return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? value.trimEnd() : value };
  });
}

function breakLines(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === "element" && !UNTOUCHED.has(node.tagName)) {
      return [{ ...node, children: breakLines(node.children) }];
    }
    if (node.type !== "text") return [node];
    let { value } = node;
    if (isElement(nodes[index - 1], "br")) value = value.replace(/^\s*\n/, "");
    if (isElement(nodes[index + 1], "br")) value = value.replace(/\n\s*$/, "");
    const lines = value.split(/[ \t]*\r?\n[ \t]*/);
    return lines.flatMap((line, at) => [
      ...(at > 0 ? [element("br", {}, [])] : []),
      { type: "text", value: line } as const,
    ]);
  });
}
