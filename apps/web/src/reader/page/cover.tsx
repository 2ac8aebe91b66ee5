import type { Image } from "@letterpress/client";
import { Picture } from "./picture.tsx";

/** The picture at the head of an entry's page. */
export function Cover({ image }: { image: Image | undefined }) {
  if (!image) return null;
  return (
    <div className="article-cover">
      <Picture image={image} sizes="(min-width: 100rem) 64rem, (min-width: 62rem) 60rem, 92vw" lead />
    </div>
  );
}
