import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { element } from "./element.ts";
import { isElement } from "./is-element.ts";
import { safeUrl } from "./safe-url.ts";

const KINDS = new Map([
  ["iframe", "An embedded page"],
  ["embed", "An embedded object"],
  ["object", "An embedded object"],
  ["video", "A video"],
  ["audio", "A recording"],
]);

/** Frames, players and plugins become links to what they show. The links are marked with `dataEmbed`. */
export function linkEmbeds(tree: Root, lost: Set<string>): void {
  visit(tree, "element", (node, index, parent) => {
    const kind = KINDS.get(node.tagName);
    if (!kind || index === undefined || !parent) return undefined;
    const url = safeUrl(sourceOf(node));
    if (!url) {
      lost.add(`${kind} was left out: it names no address.`);
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const shown = pageOf(url);
    lost.add(`${kind} became a link: ${shown}`);
    parent.children[index] = element("a", { href: shown, dataEmbed: "" }, [{ type: "text", value: shown }]);
    return SKIP;
  });
}

function sourceOf(node: Element): string {
  const { src, data, dataSrc, dataLazySrc } = node.properties;
  for (const own of [src, dataSrc, dataLazySrc, data]) {
    if (typeof own === "string" && own !== "" && own !== "about:blank") return own;
  }
  for (const child of node.children) {
    if (isElement(child, "param") && /^(?:movie|src)$/i.test(String(child.properties.name))) {
      return String(child.properties.value ?? "");
    }
    if (isElement(child, "source", "embed", "object", "iframe")) {
      const found = sourceOf(child);
      if (found) return found;
    }
  }
  return "";
}

/** Players have pages that people can read; the address inside the frame shows nothing but the player. */
function pageOf(url: string): string {
  const absolute = url.startsWith("//") ? `https:${url}` : url;
  const youtube =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{11})(?:[?&/]|$)/.exec(absolute);
  if (youtube) return `https://www.youtube.com/watch?v=${youtube[1]}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(absolute);
  if (vimeo) return `https://vimeo.com/${vimeo[1]}`;
  return absolute;
}
