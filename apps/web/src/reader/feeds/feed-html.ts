import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/** Attributes that mean something to this site alone. */
const siteAttributes = [
  "className",
  "style",
  "tabIndex",
  "loading",
  "decoding",
  "sizes",
  "srcSet",
  "ariaDescribedBy",
];

/**
 * Rendered markdown as other programs show it: every address whole, and nothing that only this site's style sheet
 * could make sense of.
 */
export function feedHtml(html: string, pageUrl: string): string {
  const whole = () => (tree: Root) => {
    visit(tree, "element", (node, index, parent) => {
      if (parent && index !== undefined && isAnchor(node)) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      // The colours of highlighted code.
      if (parent && index !== undefined && node.tagName === "span") {
        parent.children.splice(index, 1, ...node.children);
        return [SKIP, index];
      }
      for (const name of siteAttributes) delete node.properties[name];
      for (const name of ["href", "src", "cite"]) {
        const address = node.properties[name];
        if (typeof address === "string") node.properties[name] = wholeAddress(address, pageUrl);
      }
    });
  };
  const file = unified()
    .use(rehypeParse, { fragment: true })
    .use(whole)
    .use(rehypeStringify)
    .processSync(html);
  // Feeds carry HTML in CDATA sections, which this would end.
  return String(file).replaceAll("]]>", "]]&gt;");
}

function isAnchor(node: Element): boolean {
  return node.tagName === "a" && [node.properties.className].flat().includes("anchor");
}

function wholeAddress(address: string, pageUrl: string): string {
  return URL.canParse(address, pageUrl) ? new URL(address, pageUrl).href : address;
}
