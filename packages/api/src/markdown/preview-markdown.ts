import { findImages } from "../assets/find-images.ts";
import type { Deps } from "../deps.ts";
import { assetsInMarkdown } from "./assets-in-markdown.ts";
import { renderPreview } from "./render-preview.ts";

/** The HTML that publishing would make of this markdown. Throws as `renderMarkdown` does, and `TOO_MANY_ATTEMPTS`. */
export async function previewMarkdown({ db }: Deps, source: string): Promise<{ html: string }> {
  const images = await findImages(db, assetsInMarkdown(source));
  const { html } = await renderPreview(
    source,
    new Map([...images.values()].map((image) => [image.url, image])),
  );
  return { html };
}
