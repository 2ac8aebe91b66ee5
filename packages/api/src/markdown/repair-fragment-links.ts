import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Points links within the text at their targets again, whose ids the sanitizer has given a prefix. */
export function repairFragmentLinks() {
  return (tree: Root) => {
    const ids = new Set<string>();
    visit(tree, "element", (node: Element) => {
      if (typeof node.properties.id === "string") ids.add(node.properties.id);
    });
    visit(tree, "element", (node: Element) => {
      const href = node.properties.href;
      if (typeof href !== "string" || !href.startsWith("#")) return;
      const id = `user-content-${href.slice(1)}`;
      if (ids.has(id)) node.properties.href = `#${id}`;
    });
  };
}
