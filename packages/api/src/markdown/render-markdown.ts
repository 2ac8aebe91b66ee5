import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import type { KnownImage } from "./prepare-images.ts";
import { renderingThread } from "./rendering-thread.ts";

const render = renderingThread();

/**
 * Renders markdown for readers: GitHub-flavoured, sanitized before anything is added to it, with highlighted code (as
 * CSS variables, so that one HTML serves light and dark) and heading anchors. Throws `BAD_INPUT` where the text takes
 * more than 5 seconds, too much memory or is nested too deeply.
 */
export async function renderMarkdown(
  source: string,
  images: ReadonlyMap<string, KnownImage> = new Map(),
): Promise<RenderedMarkdown> {
  return render(source, images);
}
