import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { highlightedLanguages } from "./highlighted-languages.ts";

/** Characters of code that are highlighted in a text: a second or two of work. */
const maxCode = 60_000;

/** Makes plain text of the code blocks in other languages than those of the list, and of those beyond the limit. */
export function limitHighlighting() {
  return (tree: Root) => {
    let highlighted = 0;
    visit(tree, "element", (node: Element, _index, parent) => {
      if (node.tagName !== "code" || parent?.type !== "element" || parent.tagName !== "pre") return;
      const [language] = Array.isArray(node.properties.className) ? node.properties.className : [];
      if (language === undefined) return;
      const { length } = textOf(node);
      const isListed = String(language).replace("language-", "") in highlightedLanguages;
      if (isListed && highlighted + length <= maxCode) highlighted += length;
      else node.properties.className = ["language-text"];
    });
  };
}
