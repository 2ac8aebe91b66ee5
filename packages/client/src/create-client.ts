import type { AppRouter } from "@letterpress/api/app-router";
import type { Asset } from "@letterpress/api/assets/asset";
import { createTRPCClient, getUntypedClient, httpLink, type TRPCClient } from "@trpc/client";
import { type Press, pressOf } from "./press.ts";
import { transformer } from "./transformer.ts";
import { uploader } from "./uploader.ts";

/** Where the publication is and how to reach it. */
export interface ClientOptions {
  /** The address of the Letterpress server, for example `https://press.example.com`. */
  url: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Defaults to the runtime's own `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** A publication as a typed object. */
export type PressClient = Press & {
  /** Uploads a picture. Fails with `UPLOAD_NOT_AN_IMAGE` or `UPLOAD_TOO_LARGE`. */
  upload(file: Blob, options?: { filename?: string; alt?: string }): Promise<Asset>;
  /** The tRPC client underneath. */
  trpc: TRPCClient<AppRouter>;
};

/** Connects to a publication. Nothing is sent before the first call. */
export function createClient(options: ClientOptions): PressClient {
  const base = options.url.replace(/\/+$/, "");
  const headers = options.headers ?? {};
  const request: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  // One request a call: an address of its own is what caches between here and the server can keep.
  const trpc = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${base}/trpc`, transformer, headers, fetch: request as never })],
  });
  const untyped = getUntypedClient(trpc);
  const press = pressOf((kind, path, input) =>
    kind === "query" ? untyped.query(path, input) : untyped.mutation(path, input),
  );
  const upload = uploader({ base, headers, request });
  const { content, entries, assets, auth, markdown, publication } = press;
  return { content, entries, assets, auth, markdown, publication, upload, trpc };
}
