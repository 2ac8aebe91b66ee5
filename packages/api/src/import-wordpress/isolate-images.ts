import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { element } from "./element.ts";
import { hasClass } from "./has-class.ts";
import { isBlank } from "./is-blank.ts";
import { isElement } from "./is-element.ts";

/**
 * Gives the pictures and embeds that begin, end or float in a paragraph one of their own, as they look on the page. Small
 * ones in the middle of a sentence stay there.
 */
export function isolateImages(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "p" || index === undefined || !parent || !node.children.some(isMedia))
      return undefined;
    const paragraphs = divide(node.children).map((children) => element("p", {}, children));
    parent.children.splice(index, 1, ...paragraphs);
    return [SKIP, index + paragraphs.length];
  });
}

function divide(nodes: ElementContent[]): ElementContent[][] {
  const paragraphs: ElementContent[][] = [];
  let rest: ElementContent[] = [];
  const flush = () => {
    if (!rest.every(isBlank)) paragraphs.push(rest);
    rest = [];
  };
  nodes.forEach((node, index) => {
    const startsLine = rest.every(isBlank) || isElement(rest.findLast(isShownOrBreak), "br");
    const after = nodes.slice(index + 1).find(isShownOrBreak);
    const endsLine = !after || isElement(after, "br") || isMedia(after);
    if (!isMedia(node)) {
      rest.push(node);
    } else if (isEmbed(node) || (startsLine && endsLine) || ((startsLine || endsLine) && isPlaced(node))) {
      flush();
      paragraphs.push([node]);
    } else if (isFloating(node)) {
      paragraphs.push([node]);
    } else {
      rest.push(node);
    }
  });
  flush();
  return paragraphs;
}

function isShownOrBreak(node: ElementContent): boolean {
  return isElement(node, "br") || !isBlank(node);
}

function isMedia(node: ElementContent): node is Element {
  if (!isElement(node, "img", "a")) return false;
  return node.tagName === "img" || isEmbed(node) || pictureIn(node) !== undefined;
}

function isEmbed(node: Element): boolean {
  return node.properties.dataEmbed !== undefined;
}

/** The picture that is all there is in a link. */
function pictureIn(node: Element): Element | undefined {
  const content = node.children.filter((child) => !isBlank(child));
  return content.length === 1 && isElement(content[0], "img") ? content[0] : undefined;
}

/** Whether somebody put it there as a picture of its own, as WordPress's editors write it. */
function isPlaced(node: Element): boolean {
  const picture = node.tagName === "img" ? node : pictureIn(node);
  return picture !== undefined && hasClass(picture, /^(?:align|size-|wp-image-)/);
}

function isFloating(node: Element): boolean {
  const picture = node.tagName === "img" ? node : pictureIn(node);
  return picture !== undefined && hasClass(picture, /^align(?:left|right|center)$/);
}
