import type { Element, Root, RootContent } from "hast";
import { visit } from "unist-util-visit";
import { isBlank } from "./is-blank.ts";
import { isElement } from "./is-element.ts";
import { safeUrl } from "./safe-url.ts";

const PICTURE_FILE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

/** Keeps the links that lead somewhere; the others leave their text. */
export function simplifyLinks(tree: Root, lost: Set<string>): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "a" || index === undefined || !parent) return undefined;
    const href = safeUrl(node.properties.href);
    if (node.properties.href && !href) lost.add("A link that runs a script was taken off its text.");
    const isKept = href && href !== "#" && !showsItself(node, href);
    if (isKept) {
      node.properties.href = href;
      return undefined;
    }
    parent.children.splice(index, 1, ...(node.children as RootContent[]));
    return index;
  });
}

/** WordPress links pictures to their own file, or to a page with nothing but the picture. The full file is kept. */
function showsItself(link: Element, href: string): boolean {
  const content = link.children.filter((child) => !isBlank(child));
  const [picture] = content;
  if (content.length !== 1 || !isElement(picture, "img")) return false;
  const file = href.replace(/[?#].*$/s, "");
  const source = String(picture.properties.src).replace(/[?#].*$/s, "");
  const isSame = file === source || file === source.replace(/-\d+x\d+(?=\.\w+$)/, "");
  if (isSame) picture.properties.src = href;
  return (
    isSame ||
    PICTURE_FILE.test(file) ||
    href === picture.properties.dataLink ||
    /[?&]attachment_id=\d+$/.test(href) ||
    String(link.properties.rel).includes("attachment")
  );
}
