import type { contentModel } from "@letterpress/content/content-model";
import type { ContentModel, PublishedEntry } from "@letterpress/model/content-type";
import { assetsRouter } from "./assets/assets.router.ts";
import { authRouter } from "./auth/auth.router.ts";
import { contentRouter } from "./content/content.router.ts";
import { entriesRouter } from "./entries/entries.router.ts";
import { markdownRouter } from "./markdown/markdown.router.ts";
import { publicationRouter } from "./publication/publication.router.ts";
import { router } from "./trpc.ts";

/** Every procedure of a publication with this content model. */
export function createAppRouter<Model extends ContentModel>(model: Model) {
  return router({
    content: contentRouter(model),
    entries: entriesRouter(model),
    assets: assetsRouter,
    auth: authRouter,
    markdown: markdownRouter,
    publication: publicationRouter,
  });
}

/** Reaches clients as a type alone. */
export type AppRouter = ReturnType<typeof createAppRouter<typeof contentModel>>;

/** A published entry of a content type, by the type's name: `Published<"article">`. */
export type Published<Name extends keyof typeof contentModel> = PublishedEntry<(typeof contentModel)[Name]>;
