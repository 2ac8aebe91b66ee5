import { defineType, markdown, text } from "@letterpress/model";

export const cook = defineType("cook", {
  label: "Cook",
  path: "/cooks/:slug",
  fields: {
    name: text({ max: 120 }),
    about: markdown({ max: 2_000 }).optional(),
  },
});
