import type { Nodes } from "hast";

/** Whether a node shows nothing: white space (no-break spaces, too), a line break, or elements around only these. */
export function isBlank(node: Nodes): boolean {
  if (node.type === "text") return node.value.trim() === "";
  if (node.type === "comment" || node.type === "doctype") return true;
  if (node.type === "element" && !EMPTY_BUT_SHOWN.has(node.tagName)) return node.children.every(isBlank);
  return node.type === "root" && node.children.every(isBlank);
}

const EMPTY_BUT_SHOWN = new Set(
  "img hr iframe video audio embed object input svg math canvas td th".split(" "),
);
