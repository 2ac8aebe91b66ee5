import type { ImageAsset } from "@letterpress/client";

/** The address of the smallest size that is at least `width` pixels wide, else of the largest there is. */
export function thumbnail({ url, variants }: Pick<ImageAsset, "url" | "variants">, width: number): string {
  return (variants.find((variant) => variant.width >= width) ?? variants.at(-1))?.url ?? url;
}
