import type { Element, ElementContent, Properties } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { element } from "./element.ts";

const RENAMED = new Map([
  ["b", "strong"],
  ["i", "em"],
  ["strike", "del"],
  ["s", "del"],
  ["tt", "code"],
  ["samp", "code"],
  ["var", "em"],
]);
const KEPT = new Map<string, string[]>([
  ["a", ["href", "title"]],
  ["abbr", ["title"]],
  ["img", ["src", "alt"]],
  ["ol", ["start"]],
  ["td", ["colSpan", "rowSpan", "align"]],
  ["th", ["colSpan", "rowSpan", "align"]],
  ...(
    "strong em mark small cite code q del ins kbd sub sup br ruby rt rp ul li p blockquote pre h1 h2 h3 h4 h5 h6 hr " +
    "figure figcaption table thead tbody tfoot tr dl dt dd"
  )
    .split(" ")
    .map((name): [string, string[]] => [name, []]),
]);
/** Each begins a line of the source. */
const LINES = new Set(
  "figure figcaption img table thead tbody tfoot tr dl dt dd ul ol li p blockquote pre hr".split(" "),
);

const processor = unified().use(rehypeStringify, { characterReferences: { useNamedReferences: true } });

/**
 * An element as HTML for the middle of a markdown text: only what says something, nothing that styles or runs, and
 * without the empty line that would end it.
 */
export function rawHtml(node: Element): string {
  const children = clean([node], false).map(withoutEdges);
  const html = processor.stringify({ type: "root", children });
  return html.replace(/(?<=\n)[ \t]*\n/g, (blank) => blank.replace("\n", "&#10;")).trim();
}

function clean(nodes: ElementContent[], isPreformatted: boolean): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [isPreformatted ? node : { type: "text", value: collapse(node.value) }];
    if (node.type !== "element") return [];
    const tagName = RENAMED.get(node.tagName) ?? node.tagName;
    const children = clean(node.children, isPreformatted || tagName === "pre");
    const attributes = KEPT.get(tagName);
    if (!attributes) return children;
    const properties: Properties = {};
    for (const name of attributes) if (node.properties[name]) properties[name] = node.properties[name];
    if (tagName === "img") properties.alt ??= "";
    return [element(tagName, properties, children)];
  });
}

/** Puts the parts of tables, lists and figures on lines of their own and drops the white space around them. */
function withoutEdges(node: ElementContent): ElementContent {
  if (node.type !== "element" || node.tagName === "pre") return node;
  const children = node.children.map(withoutEdges);
  if (node.tagName === "tr") return { ...node, children: children.filter(isShown) };
  if (!children.some(startsLine)) return { ...node, children: isBox(node) ? trim(children) : children };
  const lined = children
    .filter(isShown)
    .flatMap((child): ElementContent[] =>
      startsLine(child) ? [{ type: "text", value: "\n" }, child] : [child],
    );
  return { ...node, children: [...lined, { type: "text", value: "\n" }] };
}

function startsLine(node: ElementContent): boolean {
  return node.type === "element" && LINES.has(node.tagName);
}

function isBox(node: Element): boolean {
  return LINES.has(node.tagName) || /^(?:t[dh]|h[1-6])$/.test(node.tagName);
}

function isShown(node: ElementContent): boolean {
  return node.type !== "text" || node.value.trim() !== "";
}

/** Without the white space and line breaks at both ends. */
function trim(nodes: ElementContent[]): ElementContent[] {
  const isEdge = (node: ElementContent) =>
    !isShown(node) || (node.type === "element" && node.tagName === "br");
  const first = nodes.findIndex((node) => !isEdge(node));
  if (first === -1) return [];
  const kept = nodes.slice(first, nodes.findLastIndex((node) => !isEdge(node)) + 1);
  return kept.map((node, index) => {
    if (node.type !== "text") return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? value.trimEnd() : value };
  });
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, " ");
}
