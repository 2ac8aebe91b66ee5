import { date, defineType, image, markdown, text } from "@letterpress/model";

export const person = defineType("person", {
  label: "Person",
  pluralLabel: "People",
  path: "/authors/:slug",
  fields: {
    name: text({ max: 120 }),
    role: text({ max: 120, help: "What they do here, such as Editor." }).optional(),
    portrait: image().optional(),
    bio: markdown({ max: 5_000 }).optional(),
    since: date({ help: "The day they joined." }).optional(),
  },
});
