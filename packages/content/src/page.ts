import { defineType, image, markdown, text } from "@letterpress/model";

export const page = defineType("page", {
  label: "Page",
  path: "/pages/:slug",
  fields: {
    title: text({ max: 160 }),
    standfirst: text({ max: 320, multiline: true }).optional(),
    cover: image().optional(),
    body: markdown(),
  },
});
