import type { RenderedMarkdown, TocItem } from "@letterpress/model/fields/markdown";
import rehypeShikiFromHighlighter from "@shikijs/rehype/core";
import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { bundledThemes, createBundledHighlighter, createOnigurumaEngine } from "shiki";
import { unified } from "unified";
import { anchorHeadings } from "./anchor-headings.ts";
import { highlightedLanguages } from "./highlighted-languages.ts";
import { limitHighlighting } from "./limit-highlighting.ts";
import { lowerHeadings } from "./lower-headings.ts";
import { type KnownImage, prepareImages } from "./prepare-images.ts";
import { repairFragmentLinks } from "./repair-fragment-links.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";

const parse = unified()
  .use(remarkParse)
  .use(remarkGfm)
  // The sanitizer adds the prefix that keeps ids apart; adding it here too would double it.
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" })
  .use(rehypeRaw)
  .use(rehypeSanitize, sanitizeSchema)
  .freeze();

const themes = { light: "github-light-high-contrast", dark: "github-dark" } as const;

const createHighlighter = createBundledHighlighter({
  langs: highlightedLanguages,
  themes: bundledThemes,
  engine: () => createOnigurumaEngine(import("shiki/wasm")),
});

/** Made when it is first needed. Languages are loaded as texts name them: all of them would take seconds. */
let highlighter: ReturnType<typeof createHighlighter> | undefined;

/**
 * Markdown to HTML in the calling thread, which a long or a malicious text blocks for seconds: everybody but the
 * rendering thread calls `renderMarkdown`. Throws a `RangeError` where nesting exhausts the stack.
 */
export async function markdownPipeline(
  source: string,
  images: ReadonlyMap<string, KnownImage>,
): Promise<RenderedMarkdown> {
  const toc: TocItem[] = [];
  const tree = (await parse.run(parse.parse(source))) as Root;
  const text = textOf(tree).replace(/\s+/g, " ").trim();
  highlighter ??= createHighlighter({ themes: Object.values(themes), langs: [] });
  const finish = unified()
    .use(repairFragmentLinks)
    .use(lowerHeadings)
    .use(() => prepareImages(images))
    .use(() => anchorHeadings(toc))
    .use(limitHighlighting)
    .use(rehypeShikiFromHighlighter, await highlighter, {
      // A line that takes long is not left half done: the same text gives the same HTML on a busy machine, too. The
      // rendering thread has a limit for all of it.
      tokenizeTimeLimit: 0,
      themes,
      defaultColor: false,
      lazy: true,
      fallbackLanguage: "text",
      addLanguageClass: true,
      // A line of a minified script would take seconds.
      tokenizeMaxLineLength: 2_000,
      onError: () => {},
    })
    .use(rehypeStringify)
    .freeze();
  const html = finish.stringify(await finish.run(tree));
  return { source, html, text, toc };
}
