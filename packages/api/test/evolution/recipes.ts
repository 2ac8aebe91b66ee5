import {
  boolean,
  defineContentModel,
  defineType,
  markdown,
  multiSelect,
  number,
  reference,
  select,
  text,
} from "@letterpress/model";
import type { ContentModel } from "@letterpress/model/content-type";
import type { Actor } from "../../src/access/actor.ts";
import { createAppRouter } from "../../src/app-router.ts";
import { contextOf, type TestApi } from "../test-api.ts";

const cook = defineType("cook", { fields: { name: text() } });

const recipeOne = defineType("recipe", {
  path: "/recipes/:slug",
  fields: {
    title: text(),
    duration: text().optional(),
    method: markdown(),
    cook: reference("cook").optional(),
    level: select(["easy", "hard"]).optional(),
  },
});

/** The first version of a publication of recipes. */
export const recipesOne = defineContentModel([cook, recipeOne]);

/** The second: minutes are a number, and the title has another name. */
export const recipesTwo = defineContentModel([
  cook,
  defineType("recipe", {
    path: "/recipes/:slug",
    version: 2,
    upgrade: {
      1: ({ duration, title, ...rest }) => {
        const minutes = duration === undefined ? 0 : Number.parseInt(String(duration), 10);
        if (Number.isNaN(minutes)) throw new Error(`"${duration}" is no duration`);
        return { ...rest, name: title, minutes };
      },
    },
    fields: {
      name: text(),
      minutes: number({ min: 0, max: 1000 }),
      method: markdown(),
      cook: reference("cook").optional(),
      level: select(["easy", "hard"]).optional(),
    },
  }),
]);

/** The first with more fields, none of which an older entry needs. */
export const recipesWithMore = defineContentModel([
  cook,
  defineType("recipe", {
    path: "/recipes/:slug",
    fields: {
      ...recipeOne.fields,
      servings: number().optional(),
      calories: number().default(500),
      diets: multiSelect(["vegan", "halal"]).default(["vegan"]),
      seasonal: boolean(),
    },
  }),
]);

/** The procedures of another content model on the same database: the deployment before, or after. */
export function deployed<Model extends ContentModel>(api: TestApi, model: Model, actor: Actor) {
  const deps = { ...api.deps, model };
  return createAppRouter(model).createCaller(contextOf(deps, actor));
}
