import type { List, Nodes, Parents, PhrasingContent, Root } from "mdast";
import { linkAddresses } from "./link-addresses.ts";
import { tidyEmphasis } from "./tidy-emphasis.ts";

/** Takes out of a markdown tree what would read badly as text, without changing what it shows. */
export function tidyMarkdown(tree: Root): void {
  linkAddresses(tree);
  tidyEmphasis(tree);
  tidy(tree);
}

/** From the inside out: what held nothing but empty things is empty by the time it is looked at. */
function tidy(node: Parents): void {
  for (const child of node.children) if ("children" in child) tidy(child);
  if (node.type === "heading") {
    node.children = node.children.map((child) =>
      child.type === "break" ? { type: "text", value: " " } : child,
    );
  }
  if (node.type === "paragraph" || node.type === "heading") trim(node);
  (node as { children: Nodes[] }).children = node.children.filter((child) => !isEmpty(child));
  if (node.type === "list") tighten(node);
}

/** Blank ends of a paragraph (no-break spaces, too) and line breaks there show nothing. */
function trim(node: Parents): void {
  const children = node.children as PhrasingContent[];
  for (let first = children[0]; first; first = children[0]) {
    if (first.type === "text") first.value = first.value.trimStart();
    if (first.type !== "break" && !isEmpty(first)) break;
    children.shift();
  }
  for (let last = children.at(-1); last; last = children.at(-1)) {
    if (last.type === "text") last.value = last.value.trimEnd();
    if (last.type !== "break" && !isEmpty(last)) break;
    children.pop();
  }
}

function isEmpty(node: Nodes): boolean {
  if (node.type === "text") return node.value === "";
  if (!["paragraph", "heading", "link", "blockquote", "list", "listItem"].includes(node.type)) return false;
  return "children" in node && node.children.length === 0;
}

/** A list has empty lines in it only where it needs them: where an item holds more than a line and further lists. */
function tighten(list: List): void {
  for (const item of list.children) {
    item.spread = !item.children.every(
      (child, index) =>
        (child.type === "paragraph" && index === 0) || (child.type === "list" && canFollowText(child)),
    );
  }
  list.spread = list.children.some((item) => item.spread);
}

/** Right after a line of text, a number other than 1 begins no list. */
function canFollowText(list: List): boolean {
  const first = list.children[0]?.children[0];
  return (!list.ordered || list.start === 1) && (first?.type !== "list" || canFollowText(first));
}
