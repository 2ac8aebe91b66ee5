import type { Element } from "hast";
import type { Html, Root } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark, { type Options } from "rehype-remark";
import { unified } from "unified";
import { applyBlockComments } from "./apply-block-comments.ts";
import { applyParagraphs } from "./apply-paragraphs.ts";
import { dropUnreadable } from "./drop-unreadable.ts";
import { escapeAttribute } from "./escape-attribute.ts";
import { expandShortcodes, type ShortcodeOptions } from "./expand-shortcodes.ts";
import { isolateImages } from "./isolate-images.ts";
import { keepAsHtml } from "./keep-as-html.ts";
import { limitNesting } from "./limit-nesting.ts";
import { linkEmbeds } from "./link-embeds.ts";
import { plainText } from "./plain-text.ts";
import { repairNesting } from "./repair-nesting.ts";
import { shapeBlocks } from "./shape-blocks.ts";
import { simplifyImages } from "./simplify-images.ts";
import { simplifyLinks } from "./simplify-links.ts";
import { tidyMarkdown } from "./tidy-markdown.ts";
import { writeMarkdown } from "./write-markdown.ts";

const MAX_DEPTH = 64;

type Handle = NonNullable<NonNullable<Options["handlers"]>[string]>;

const inside: Handle = (state, node) => state.all(node);
/** Markdown has no mark for these, but lets their tags through. `hName` tells that they belong inside a paragraph. */
const tags: Handle = (state, node: Element) => [
  tag(`<${node.tagName}>`, node.tagName),
  ...state.all(node),
  tag(`</${node.tagName}>`, node.tagName),
];

const HANDLERS: Options["handlers"] = {
  br: (state) => (state.inTable ? tag("<br>", "br") : { type: "break" }),
  abbr: (state, node: Element) => {
    const title = escapeAttribute(String(node.properties.title ?? "").replaceAll("&", "&amp;"));
    if (!title) return state.all(node);
    return [tag(`<abbr title="${title}">`, "abbr"), ...state.all(node), tag("</abbr>", "abbr")];
  },
  u: inside,
  var: (state, node) => state.handlers.em?.(state, node, undefined),
  picture: inside,
  ...Object.fromEntries(["sub", "sup", "kbd", "ins", "mark", "ruby", "rt", "rp"].map((name) => [name, tags])),
};

const parser = unified().use(rehypeParse, { fragment: true });
const converter = unified().use(rehypeRemark, {
  handlers: HANDLERS,
  nodeHandlers: { raw: (_state, node: { value: string }): Html => ({ type: "html", value: node.value }) },
  quotes: ["“”", "‘’"],
});

/**
 * A WordPress post as markdown (GFM, with a little HTML for what markdown cannot say). Takes anything and never throws.
 * `lost` says in sentences what could not be kept; each sentence comes once.
 */
export function htmlToMarkdown(
  html: string,
  options: ShortcodeOptions = {},
): { markdown: string; lost: string[] } {
  const lost = new Set<string>();
  try {
    return { markdown: convert(html, options, lost), lost: [...lost] };
  } catch {
    // One post that none of the libraries here foresaw must not end an import of thousands.
    lost.add("The post could not be converted; only its plain text was kept.");
    return { markdown: writeMarkdown(paragraph(plainText(html))), lost: [...lost] };
  }
}

function convert(html: string, options: ShortcodeOptions, lost: Set<string>): string {
  const expanded = expandShortcodes(html, options, lost);
  const limited = limitNesting(expanded, MAX_DEPTH);
  if (limited.isLimited) {
    lost.add(`Tags nested more than ${MAX_DEPTH} deep were dropped; their text was kept.`);
  }
  const tree = parser.parse(limited.html);
  applyBlockComments(tree, lost);
  dropUnreadable(tree, lost);
  // Posts from the block editor have their paragraphs already.
  if (!/<!--\s*wp:/.test(html)) applyParagraphs(tree);
  linkEmbeds(tree, lost);
  simplifyImages(tree, lost);
  simplifyLinks(tree, lost);
  repairNesting(tree);
  shapeBlocks(tree);
  isolateImages(tree);
  keepAsHtml(tree);
  const markdown = converter.runSync(tree) as Root;
  tidyMarkdown(markdown);
  return writeMarkdown(markdown);
}

function paragraph(text: string): Root {
  return { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] };
}

function tag(value: string, hName: string): Html {
  return { type: "html", value, data: { hName } };
}
