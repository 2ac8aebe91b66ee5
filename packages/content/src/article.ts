import {
  boolean,
  defineType,
  image,
  markdown,
  reference,
  references,
  select,
  text,
} from "@letterpress/model";

export const article = defineType("article", {
  label: "Article",
  path: "/:slug",
  fields: {
    title: text({ max: 160 }),
    standfirst: text({ max: 320, multiline: true, help: "One or two sentences under the title." }).optional(),
    cover: image().optional(),
    body: markdown(),
    author: reference("person"),
    tags: references("tag"),
    level: select(["beginner", "advanced"]).optional(),
    featured: boolean({ help: "Opens the home page." }),
  },
});
