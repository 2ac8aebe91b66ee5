import {
  blocks,
  defineType,
  group,
  image,
  list,
  markdown,
  multiSelect,
  number,
  reference,
  select,
  text,
  url,
} from "@letterpress/model";

export const recipe = defineType("recipe", {
  label: "Recipe",
  path: "/recipes/:slug",
  fields: {
    title: text({ max: 120 }),
    picture: image().optional(),
    intro: markdown({ max: 2_000 }).optional(),
    minutes: number({ min: 1, integer: true, help: "From the first step to the table." }),
    serves: number({ min: 1, integer: true }).default(4),
    course: select(["starter", "main", "dessert"]),
    diets: multiSelect(["vegetarian", "vegan", "gluten-free"]),
    cook: reference("cook"),
    ingredients: list(
      group({
        item: text({ max: 120 }),
        amount: number({ min: 0 }).optional(),
        unit: select(["g", "ml", "spoon", "piece"]).optional(),
      }),
      { min: 1 },
    ),
    method: blocks(
      {
        step: group({ text: markdown({ max: 2_000 }), minutes: number({ min: 0 }).optional() }),
        tip: group({ text: text({ multiline: true }) }, { help: "Something that a friend would say." }),
      },
      { min: 1 },
    ),
    source: url().optional(),
  },
});
