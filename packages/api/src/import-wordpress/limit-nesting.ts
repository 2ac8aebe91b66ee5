import { htmlTokens } from "./html-tokens.ts";

/** Elements that hold nothing, or that the next of their kind closes: these do not nest by themselves. */
const FLAT = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dt dd tr td th thead tbody tfoot option"
  ).split(" "),
);

/**
 * Drops the tags that are nested deeper than `maxDepth` and keeps their text. Trees are walked by recursion further on,
 * and browsers, too, give up on nesting like that.
 */
export function limitNesting(html: string, maxDepth: number): { html: string; isLimited: boolean } {
  const open: string[] = [];
  const dropped = new Map<string, number>();
  const kept: string[] = [];
  let isLimited = false;

  for (const token of htmlTokens(html)) {
    const source = html.slice(token.start, token.end);
    if (token.kind === "open" && !FLAT.has(token.name)) {
      if (open.length >= maxDepth) {
        dropped.set(token.name, (dropped.get(token.name) ?? 0) + 1);
        isLimited = true;
        continue;
      }
      const closesItself = source.endsWith("/>") && (open.includes("svg") || open.includes("math"));
      if (!closesItself) open.push(token.name);
    } else if (token.kind === "close") {
      const droppedOpen = dropped.get(token.name) ?? 0;
      if (droppedOpen > 0) {
        dropped.set(token.name, droppedOpen - 1);
        continue;
      }
      const index = open.lastIndexOf(token.name);
      if (index !== -1) open.length = index;
    }
    kept.push(source);
  }
  return { html: isLimited ? kept.join("") : html, isLimited };
}
