import {
  defineContentModel,
  defineType,
  markdown,
  number,
  reference,
  references,
  select,
  text,
} from "@letterpress/model";

const person = defineType("person", { fields: { name: text() } });
const tag = defineType("tag", { fields: { name: text() } });

const article = defineType("article", {
  path: "/:slug",
  fields: {
    title: text({ max: 160 }),
    price: number({ min: 0 }),
    level: select(["beginner", "advanced"]).optional(),
    author: reference("person"),
    tags: references("tag"),
    body: markdown(),
  },
});

/** What is read at size. */
export const benchModel = defineContentModel([article, person, tag]);
