import {
  blocks,
  boolean,
  color,
  custom,
  date,
  datetime,
  defineContentModel,
  defineType,
  email,
  file,
  group,
  image,
  json,
  list,
  markdown,
  multiSelect,
  number,
  reference,
  references,
  select,
  text,
  url,
} from "@letterpress/model";
import { z } from "zod";

const ingredient = group({ name: text(), grams: number().optional() });

/** Another publication, with every kind of field and none of the names of the first. */
export const contentModel = defineContentModel([
  defineType("recipe", {
    path: "/:slug",
    fields: {
      dish: text({ help: "As it stands on the menu, `code` | and all." }),
      servings: number({ min: 2, integer: true }),
      course: select(["starter", "main | side", 'sweet "end"']),
      diets: multiSelect(["vegan", "halal"]),
      cook: reference("cook").optional(),
      pairings: references("recipe"),
      ingredients: list(ingredient),
      method: blocks({
        step: group({ what: markdown(), minutes: number().optional() }),
        picture: group({ image: image(), sources: list(url()) }),
      }),
      season: group({ from: date(), until: date().optional(), in: multiSelect(["north", "south"]) }),
      keywords: list(text()),
      published: boolean(),
      firstServed: datetime().optional(),
      colour: color().optional(),
      sheet: file().optional(),
      photos: list(image()),
      nutrition: json().optional(),
      rating: custom(z.object({ stars: z.number() })).optional(),
    },
  }),
  defineType("cook", {
    label: "Cook [chef]",
    titleField: "nick",
    fields: {
      nick: text().optional(),
      mail: email().optional(),
      home: url().optional(),
      favourites: references("recipe").optional(),
      born: date().optional(),
    },
  }),
  // Names that mean something in the language.
  defineType("class", { fields: { name: text(), new: boolean() } }),
  defineType("note", { fields: { text: text() } }),
]);
