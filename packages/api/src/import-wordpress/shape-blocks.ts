import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { element } from "./element.ts";
import { hasClass } from "./has-class.ts";
import { isBlank } from "./is-blank.ts";
import { isElement } from "./is-element.ts";
import { safeUrl } from "./safe-url.ts";

/** Rewrites what WordPress says with classes and styles as plain HTML that says the same. */
export function shapeBlocks(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    if (node.tagName === "pre") {
      if (hasClass(node, /^wp-block-verse$/))
        parent.children[index] = element("p", {}, linesOf(node.children));
      else nameLanguage(node);
      return SKIP;
    }
    if (isElement(node, "div", "section") && hasClass(node, /^wp-block-cover/)) showBackground(node);
    if (hasClass(node, /^wp-caption$/)) node.tagName = "figure";
    if (node.tagName === "dt" && isElement(parent, "figure")) node.tagName = "div";
    if (hasClass(node, /^wp-caption-(?:text|dd)$/)) node.tagName = "figcaption";
    if (node.tagName === "blockquote") attribute(node);
    if (node.tagName === "li" && hasClass(node, /^blocks-gallery-item$/)) node.tagName = "div";
    if (node.tagName === "ul" && hasClass(node, /^blocks-gallery-grid$/)) node.tagName = "div";
    if (node.tagName === "ul" && hasClass(node, /^wp-block-gallery$/)) node.tagName = "figure";
    if (node.tagName === "a" && hasClass(node, /^wp-block-button__link$/)) {
      parent.children[index] = element("p", {}, [node]);
      return SKIP;
    }
    return undefined;
  });
}

/** The ways in which highlighters write down a code block's language, as the one that markdown knows. */
function nameLanguage(pre: Element): void {
  const code = pre.children.find((child) => isElement(child, "code"));
  const classes = [pre, ...(isElement(code) ? [code] : [])].flatMap(({ properties }) =>
    Array.isArray(properties.className) ? properties.className.map(String) : [],
  );
  const brush = classes[classes.findIndex((name) => /^brush:?$/.test(name)) + 1];
  const language =
    classes.map((name) => /^lang(?:uage)?-([\w+#-]+)$/.exec(name)?.[1]).find((name) => name !== undefined) ??
    (classes.some((name) => /^brush:?$/.test(name)) ? brush : undefined) ??
    (typeof pre.properties.lang === "string" ? pre.properties.lang : undefined);
  const properties = language ? { className: [`language-${language.replace(/[^\w+#-]/g, "")}`] } : {};
  pre.children = [
    element("code", properties, isElement(code) && pre.children.length === 1 ? code.children : pre.children),
  ];
}

/** A poem keeps its lines; its indentation as no-break spaces, the only ones that survive. */
function linesOf(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === "element") return [{ ...node, children: linesOf(node.children) }];
    if (node.type !== "text") return [node];
    const isFirst = index === 0 || isElement(nodes[index - 1], "br");
    return node.value.split("\n").flatMap((line, at): ElementContent[] => {
      const value =
        at > 0 || isFirst ? line.replace(/^[ \t]+/, (indent) => "\u00A0".repeat(indent.length)) : line;
      return [...(at > 0 ? [element("br", {}, [])] : []), { type: "text", value }];
    });
  });
}

/** A cover's picture is the background of a box. */
function showBackground(node: Element): void {
  const url = safeUrl(/background-image:\s*url\(\s*["']?([^"')]+)/i.exec(String(node.properties.style))?.[1]);
  if (url) node.children.unshift(element("p", {}, [element("img", { src: url, alt: "" }, [])]));
}

/** Who said it, at the end of a quote, gets a line of its own after a dash. */
function attribute(quote: Element): void {
  const found = lastShown(quote);
  if (!found) return;
  const { cite, parent } = found;
  parent.children = parent.children.slice(0, parent.children.indexOf(cite));
  while (parent.children.length > 0 && isLead(parent.children.at(-1))) parent.children.pop();
  const before = parent.children.at(-1);
  if (before?.type === "text") before.value = before.value.replace(/\s+(?:[\u2013\u2014-]+\s*)?$/, "");
  const words = cite.children.filter((child) => !isElement(child, "br"));
  if (words.every(isBlank)) return;
  quote.children.push(element("p", {}, [{ type: "text", value: "— " }, ...words]));
}

function lastShown(parent: Element): { cite: Element; parent: Element } | undefined {
  const last = parent.children.findLast((child) => !isBlank(child) || isElement(child, "cite"));
  if (isElement(last, "cite")) return { cite: last, parent };
  return isElement(last, "p", "footer", "div") ? lastShown(last) : undefined;
}

function isLead(node: ElementContent | undefined): boolean {
  if (node?.type === "text") return /^[\s\u2013\u2014-]*$/.test(node.value);
  return isElement(node, "br");
}
