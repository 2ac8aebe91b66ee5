import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { hasClass } from "./has-class.ts";
import { isElement } from "./is-element.ts";

/** What is dropped for good, and the sentence that says so (none where nobody would miss it). */
const DROPPED = new Map<string, string>([
  ["script", "A script was left out."],
  ["style", "A style sheet was left out."],
  ["form", "A form was left out."],
  ["svg", "A drawing (SVG) was left out."],
  ["canvas", "A drawing (canvas) was left out."],
  ["math", "A formula (MathML) was left out."],
  ...(
    "noscript template link meta title base head input select textarea button datalist map area col colgroup " +
    "frame frameset noframes noembed dialog applet"
  )
    .split(" ")
    .map((name): [string, string] => [name, ""]),
]);

/** Takes out what has no place in a text: scripts, styles, forms, drawings, and WordPress's own furniture. */
export function dropUnreadable(tree: Root, lost: Set<string>): void {
  visit(tree, "element", (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    const note = DROPPED.get(node.tagName);
    const isFurniture = hasClass(node, /^(?:wp-block-file__button|wp-block-spacer|screen-reader-text)$/);
    // Markdown has task lists.
    const isTask = isElement(parent, "li", "p") && node.properties.type === "checkbox";
    if ((note === undefined && !isFurniture) || isTask) return undefined;
    if (note) lost.add(note);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
