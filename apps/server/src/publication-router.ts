import { type AppRouter, createAppRouter } from "@letterpress/api/app-router";
import { contentModel } from "@letterpress/content/content-model";

export type PublicationRouter = AppRouter;

/** The procedures of this publication. */
export const publicationRouter: PublicationRouter = createAppRouter(contentModel);
