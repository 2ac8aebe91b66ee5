import type { Element, Root, RootContent } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { element } from "./element.ts";
import { isElement } from "./is-element.ts";

/** `<!-- wp:name {"attribute":1} /-->`: the block editor's marks around, or instead of, a block's HTML. */
const BLOCK = /^\s*wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?:\s+(\{.*\}))?\s*(\/?)\s*$/s;
/** Blocks that have nothing to show when they have no HTML. */
const SILENT = new Set(
  "paragraph heading list list-item group columns column spacer button buttons shortcode html image more nextpage".split(
    " ",
  ),
);

/**
 * Takes all comments out of the tree. What only a comment says becomes HTML (a page break, an embed's address); blocks
 * that WordPress fills when a page is shown cannot be kept and are named in `lost`.
 */
export function applyBlockComments(tree: Root, lost: Set<string>): void {
  const filled = new Set<string>();
  visit(tree, "comment", (comment, index, parent) => {
    if (index === undefined || !parent) return undefined;
    const replacement = replace(comment.value, isElement(parent, "ul", "ol"), filled, lost);
    (parent.children as RootContent[]).splice(index, 1, ...replacement);
    return [SKIP, index + replacement.length];
  });
  if (filled.size > 0) {
    lost.add(`Blocks that WordPress fills when a page is shown were left out: ${[...filled].join(", ")}.`);
  }
}

function replace(comment: string, isInList: boolean, filled: Set<string>, lost: Set<string>): Element[] {
  if (comment.trim() === "nextpage") return [element("hr", {}, [])];
  const [, name = "", json = "{}", slash] = BLOCK.exec(comment) ?? [];
  if (!slash || SILENT.has(name)) return [];
  if (name === "separator") return [element("hr", {}, [])];
  const { url, service, ref } = parse(json);
  if (/^https?:\/\//.test(String(url)) && /^(?:social-link|embed|core-embed\/.*)$/.test(name)) {
    const link = element("a", { href: String(url) }, [{ type: "text", value: String(service ?? url) }]);
    return [element(isInList ? "li" : "p", {}, [link])];
  }
  if (name === "block") lost.add(`A reusable block (number ${String(ref)}) was left out.`);
  else filled.add(name);
  return [];
}

function parse(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    return {};
  }
}
