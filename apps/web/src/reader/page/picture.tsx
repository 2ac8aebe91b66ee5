import type { Image } from "@letterpress/client";

interface PictureProps {
  image: Image;
  /** How wide it is shown, as in the attribute of this name. */
  sizes: string;
  /** The picture that the page opens with: loaded at once, all others when they are about to be seen. */
  lead?: boolean;
  /** Beside a title that says enough. */
  decorative?: boolean;
}

/**
 * A picture with its sizes, which shows a blur until it is there. Where the style sheet crops it, its focal point
 * stays in sight.
 */
export function Picture({ image, sizes, lead = false, decorative = false }: PictureProps) {
  const { x, y } = image.focalPoint;
  const shown = (
    <img
      className="picture"
      src={image.variants.at(-1)?.url ?? image.url}
      srcSet={image.variants.map(({ url, width }) => `${url} ${width}w`).join(", ") || undefined}
      sizes={image.variants.length > 0 ? sizes : undefined}
      width={image.width}
      height={image.height}
      alt={decorative ? "" : image.alt}
      loading={lead ? "eager" : "lazy"}
      fetchPriority={lead ? "high" : undefined}
      decoding={lead ? undefined : "async"}
      style={{
        backgroundImage: image.placeholder === "" ? undefined : `url("${image.placeholder}")`,
        objectPosition: `${Math.round(x * 100)}% ${Math.round(y * 100)}%`,
      }}
    />
  );
  // React would put a second copy of its addresses into the head, before what the page opens with.
  return lead ? <picture>{shown}</picture> : shown;
}
