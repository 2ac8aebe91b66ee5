import type { contentModel } from "@letterpress/content/content-model";
import type { ContentModel, PublishedEntry } from "@letterpress/model/content-type";
import { apiKeysRouter } from "./api-keys/api-keys.router.ts";
import { assetsRouter } from "./assets/assets.router.ts";
import { authRouter } from "./auth/auth.router.ts";
import { binRouter } from "./bin/bin.router.ts";
import { calendarRouter } from "./calendar/calendar.router.ts";
import { commentsRouter } from "./comments/comments.router.ts";
import { contentRouter } from "./content/content.router.ts";
import type { SubResult } from "./content/result.ts";
import { deskRouter } from "./desk/desk.router.ts";
import { entriesRouter } from "./entries/entries.router.ts";
import { eventsRouter } from "./events/events.router.ts";
import { markdownRouter } from "./markdown/markdown.router.ts";
import { publicationRouter } from "./publication/publication.router.ts";
import { redirectsRouter } from "./redirects/redirects.router.ts";
import { releasesRouter } from "./releases/releases.router.ts";
import { router } from "./trpc.ts";
import { usersRouter } from "./users/users.router.ts";

/** Every procedure of a publication with this content model. */
export function createAppRouter<Model extends ContentModel>(model: Model) {
  return router({
    content: contentRouter(model),
    entries: entriesRouter(model),
    apiKeys: apiKeysRouter,
    assets: assetsRouter,
    auth: authRouter,
    bin: binRouter,
    calendar: calendarRouter,
    comments: commentsRouter,
    desk: deskRouter,
    events: eventsRouter,
    markdown: markdownRouter,
    publication: publicationRouter,
    redirects: redirectsRouter,
    releases: releasesRouter,
    users: usersRouter,
  });
}

/** Reaches clients as a type alone. */
export type AppRouter = ReturnType<typeof createAppRouter<typeof contentModel>>;

/** The same of a publication with other content types. */
export type PublicationRouter<Model extends ContentModel> = ReturnType<typeof createAppRouter<Model>>;

/** The content types of this publication by name. */
export type PublicationModel = typeof contentModel;

/** A published entry of a content type, by the type's name: `Published<"article">`. */
export type Published<Name extends keyof PublicationModel> = PublishedEntry<PublicationModel[Name]>;

/**
 * What a read gives, for the types of components: `Read<"article", { select: { title: true } }>`, or with
 * `typeof query` of a query that is `as const`.
 */
export type Read<Name extends keyof PublicationModel & string, Query> = SubResult<
  PublicationModel,
  Name,
  Query
>;
