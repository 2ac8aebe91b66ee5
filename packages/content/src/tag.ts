import { defineType, text } from "@letterpress/model";

export const tag = defineType("tag", {
  label: "Tag",
  path: "/tags/:slug",
  fields: {
    name: text({ max: 80 }),
    description: text({ max: 320, multiline: true }).optional(),
  },
});
