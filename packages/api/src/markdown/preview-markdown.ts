import { findImages } from "../assets/find-images.ts";
import type { Deps } from "../deps.ts";
import { assetsInMarkdown } from "./assets-in-markdown.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** The HTML that publishing would make of this markdown. */
export async function previewMarkdown({ db }: Deps, source: string): Promise<{ html: string }> {
  const images = await findImages(db, assetsInMarkdown(source));
  const { html } = await renderMarkdown(
    source,
    new Map([...images.values()].map((image) => [image.url, image])),
  );
  return { html };
}
