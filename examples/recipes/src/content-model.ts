import { defineContentModel } from "@letterpress/model";
import { cook } from "./cook-type.ts";
import { recipe } from "./recipe.ts";

export const contentModel = defineContentModel([recipe, cook]);
