import type { Element } from "hast";

/** Whether one of an element's classes matches. */
export function hasClass(node: Element, pattern: RegExp): boolean {
  const names = node.properties.className;
  return Array.isArray(names) && names.some((name) => pattern.test(String(name)));
}
