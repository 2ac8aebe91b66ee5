import { type AppRouter, createAppRouter } from "@letterpress/api/app-router";
import type { ContentModel } from "@letterpress/model/content-type";

/** In types, the procedures are those of this repository's content; another publication's differ in names alone. */
export type PublicationRouter = AppRouter;

/** The procedures of a publication. */
export function publicationRouter(model: ContentModel): PublicationRouter {
  return createAppRouter(model) as unknown as PublicationRouter;
}
