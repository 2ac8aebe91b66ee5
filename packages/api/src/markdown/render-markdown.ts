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
import { createHighlighter, type Highlighter } from "shiki";
import { unified } from "unified";
import { anchorHeadings } from "./anchor-headings.ts";
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

/** Made when it is first needed. Languages are loaded as texts name them: all of them would take seconds. */
let highlighter: Promise<Highlighter> | undefined;

/**
 * Renders markdown for readers: GitHub-flavoured, sanitized before anything is added to it, with highlighted code (as
 * CSS variables, so that one HTML serves light and dark) and heading anchors.
 */
export async function renderMarkdown(
  source: string,
  images: ReadonlyMap<string, KnownImage> = new Map(),
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
    .use(rehypeShikiFromHighlighter, await highlighter, {
      themes,
      defaultColor: false,
      lazy: true,
      fallbackLanguage: "text",
      addLanguageClass: true,
      // A line of a minified script would hold up the server.
      tokenizeMaxLineLength: 2_000,
      onError: () => {},
    })
    .use(rehypeStringify)
    .freeze();
  const html = finish.stringify(await finish.run(tree));
  return { source, html, text, toc };
}
