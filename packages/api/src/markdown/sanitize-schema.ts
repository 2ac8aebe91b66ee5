import { defaultSchema, type Options } from "rehype-sanitize";

/**
 * What HTML may stand in published markdown: GitHub's list and what figures need. No style, no script, no form, no
 * frame; `id` and `name` get the prefix "user-content-", so that text cannot take a name that a script looks for.
 */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), "figure", "figcaption", "cite", "mark", "abbr", "small"],
  attributes: {
    ...defaultSchema.attributes,
    abbr: ["title"],
    code: [["className", /^language-[\w+#-]+$/]],
    img: ["src", "alt", "title", "width", "height"],
  },
  protocols: { ...defaultSchema.protocols, src: ["http", "https"] },
};
