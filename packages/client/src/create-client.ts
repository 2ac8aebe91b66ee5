import type { AppRouter, PublicationModel, PublicationRouter } from "@letterpress/api/app-router";
import type { ContentModel } from "@letterpress/model/content-type";
import { createTRPCClient, getUntypedClient, httpLink, type TRPCClient } from "@trpc/client";
import { modelChangeNotice } from "./model-change-notice.ts";
import { type Press, pressOf } from "./press.ts";
import { previewReads } from "./preview-reads.ts";
import { type SubscribeOptions, subscriber } from "./subscriber.ts";
import { transformer } from "./transformer.ts";
import { type Upload, uploader } from "./uploader.ts";

/** Where the publication is and how to reach it. */
export interface ClientOptions {
  /** The address of the Letterpress server, for example `https://press.example.com`. */
  url: string;
  /**
   * Sent with every request; whoever has it can do what it allows, so keep it out of pages and repositories. Left out,
   * the client reads what everybody may read.
   */
  apiKey?: string | undefined;
  /**
   * The token of a preview link: `content.*` reads the draft that it is of, and the drafts that this refers to, as if
   * they were published. Such answers are of one reader alone and must not be kept.
   */
  previewToken?: string | undefined;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Defaults to the runtime's own `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** A publication as a typed object. */
export type PressClient<Model extends ContentModel = PublicationModel> = Press<Model> & {
  upload: Upload;
  /** The tRPC client underneath. */
  trpc: TRPCClient<PublicationRouter<Model>>;
};

// A router that is not named here, or not there, does not compile. A proxy over all names would take every question that
// others ask of an object, such as "toJSON", for a procedure.
const routers = Object.keys({
  content: true,
  entries: true,
  assets: true,
  apiKeys: true,
  auth: true,
  bin: true,
  calendar: true,
  comments: true,
  desk: true,
  events: true,
  markdown: true,
  publication: true,
  redirects: true,
  releases: true,
  users: true,
} satisfies Record<keyof Press, true>) as (keyof Press)[];

/**
 * Connects to a publication. Nothing is sent before the first call. It has the types of the publication that it was
 * installed from; for another one in the same repository, name its content model: `createClient<typeof model>(…)`.
 */
export function createClient<Model extends ContentModel = PublicationModel>(
  options: ClientOptions,
): PressClient<Model> {
  const base = options.url.replace(/\/+$/, "");
  const headers = {
    ...options.headers,
    ...(options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` }),
  };
  const request: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const notice = modelChangeNotice(base);
  const call: typeof globalThis.fetch = async (input, init) => {
    const response = await request(input, init);
    notice(response);
    return response;
  };
  // One request a call: an address of its own is what caches between here and the server can keep.
  const trpc = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${base}/trpc`, transformer, headers, fetch: call as never })],
  });
  const untyped = getUntypedClient(trpc);
  const { previewToken: token } = options;
  const drafts =
    token === undefined ? untyped : previewReads({ base, headers: options.headers, token, request: call });
  const subscribe = subscriber({ base, headers, request: call });
  const press = pressOf((kind, path, input, options) => {
    if (kind === "subscription") return subscribe(path, input, options as SubscribeOptions);
    if (kind === "mutation") return untyped.mutation(path, input);
    return (path.startsWith("content.") ? drafts : untyped).query(path, input);
  });
  const upload = uploader({ base, headers, request });
  const calls = Object.fromEntries(routers.map((name) => [name, press[name]]));
  // One client serves any content model: only the types differ.
  return { ...calls, upload, trpc } as unknown as PressClient<Model>;
}
