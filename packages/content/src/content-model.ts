import { defineContentModel } from "@letterpress/model";
import { article } from "./article.ts";
import { page } from "./page.ts";
import { person } from "./person.ts";
import { tag } from "./tag.ts";

/** The content types of this publication. Add yours to the list; nothing else needs to know. */
export const contentModel = defineContentModel([article, page, person, tag]);
