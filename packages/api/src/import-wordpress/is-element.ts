import type { Element, Nodes } from "hast";

/** Whether a node is an element, with one of these tag names if any are given. */
export function isElement(node: Nodes | undefined, ...tagNames: string[]): node is Element {
  return node?.type === "element" && (tagNames.length === 0 || tagNames.includes(node.tagName));
}
