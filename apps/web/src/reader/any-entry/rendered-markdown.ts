import { defaultSchema, type Options } from "rehype-sanitize";

const everywhere = (defaultSchema.attributes?.["*"] ?? []).filter((name) => name !== "id" && name !== "name");

/** All that published markdown may hold: GitHub's list and what rendering adds. */
export const renderedMarkdown: Options = {
  ...defaultSchema,
  // The ids have their prefixes already, and no others pass.
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), "figure", "figcaption", "cite", "mark", "abbr", "small"],
  attributes: {
    ...defaultSchema.attributes,
    "*": [...everywhere, ["id", /^(?:h|user-content)-/]],
    a: [
      ...(defaultSchema.attributes?.a ?? []).filter((definition) => definition[0] !== "className"),
      ["className", "anchor", "data-footnote-backref"],
    ],
    abbr: ["title"],
    code: [["className", /^language-[\w+#-]+$/]],
    img: ["src", "alt", "title", "width", "height", "srcSet", "sizes", "loading", "decoding"],
    // The colours of highlighted code: variables of these names and nothing else.
    pre: [["className", /^(?:shiki|shiki-themes|github-[a-z-]+)$/], ["style", shikiVariables()], "tabIndex"],
    span: [
      ["className", "line"],
      ["style", shikiVariables()],
    ],
  },
  protocols: { ...defaultSchema.protocols, src: ["http", "https"] },
};

function shikiVariables(): RegExp {
  return /^(?:\s*--shiki-[a-z-]+:\s*[#\w-]+;?)+$/;
}
