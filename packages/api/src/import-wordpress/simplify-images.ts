import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { hasClass } from "./has-class.ts";
import { safeUrl } from "./safe-url.ts";

/** Gives every picture its real address, and takes out those that have none to show. */
export function simplifyImages(tree: Root, lost: Set<string>): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "img" || index === undefined || !parent) return undefined;
    const { src, dataSrc, dataLazySrc, dataOrigFile } = node.properties;
    if (hasClass(node, /^(?:wp-smiley|emoji)$/)) {
      parent.children[index] = { type: "text", value: String(node.properties.alt ?? "") };
      return SKIP;
    }
    // Pages that load pictures late have a stand-in in `src`.
    const url = safeUrl(dataSrc) ?? safeUrl(dataLazySrc) ?? safeUrl(src) ?? safeUrl(dataOrigFile);
    if (!url) {
      lost.add(
        String(src).startsWith("data:")
          ? "A picture that was stored inside the text was left out."
          : "A picture without an address was left out.",
      );
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    // As they are they would need backslashes or angle brackets in markdown.
    node.properties.src = url.replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    // WordPress fills it with the file's name; nobody wrote it.
    delete node.properties.title;
    return undefined;
  });
}
