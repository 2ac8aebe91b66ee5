import type { Image } from "@letterpress/client";

/** Pixels that a shared picture needs to be shown large. */
const wideEnough = 1200;
/** Where originals get too heavy for those who only preview a link. */
const tooWide = 2000;

interface ShareImage {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** The size of a picture that is best for sharing: the original, whose format everybody reads, unless it is huge. */
export function shareImage(image: Image): ShareImage {
  const { url, width, height, alt } =
    image.width <= tooWide
      ? image
      : { ...image, ...image.variants.find((variant) => variant.width >= wideEnough) };
  return { url, width, height, alt };
}
