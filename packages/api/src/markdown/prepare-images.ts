import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** A picture that markdown may show: an asset under its address. */
export interface KnownImage {
  url: string;
  width: number;
  height: number;
  variants: { url: string; width: number }[];
}

/** Gives pictures their size and variants, so that the page does not move as they load, which they do when needed. */
export function prepareImages(known: ReadonlyMap<string, KnownImage>) {
  return (tree: Root) => {
    visit(tree, "element", (node: Element) => {
      if (node.tagName !== "img") return;
      node.properties.loading = "lazy";
      node.properties.decoding = "async";
      const image = known.get(String(node.properties.src ?? ""));
      if (!image) return;
      node.properties.width = image.width;
      node.properties.height = image.height;
      if (image.variants.length === 0) return;
      node.properties.srcSet = image.variants.map((variant) => `${variant.url} ${variant.width}w`).join(", ");
      node.properties.sizes = "(min-width: 46rem) 42rem, 92vw";
    });
  };
}
