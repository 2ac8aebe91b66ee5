import { contentModel } from "@letterpress/content/content-model";
import { publication } from "@letterpress/content/publication";

/** The content types of `packages/content`, and what it says of the publication. */
export const ownContent = { model: contentModel, publication };
