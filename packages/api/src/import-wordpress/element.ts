import type { Element, ElementContent, Properties } from "hast";

/** A new HTML element. */
export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
