import type { AppRouter } from "@letterpress/api/app-router";
import { createTRPCClient, getUntypedClient, httpLink } from "@trpc/client";
import { transformer } from "./transformer.ts";

interface PreviewReads {
  base: string;
  headers: Record<string, string> | undefined;
  /** Of the preview link. */
  token: string;
  request: typeof globalThis.fetch;
}

/** Reads of content that see the drafts of a preview link. They carry no API key, which they have no use for. */
export function previewReads({ base, headers, token, request }: PreviewReads) {
  // Frameworks keep what they fetch unless told.
  const fetch: typeof request = (input, init) => request(input, { ...init, cache: "no-store" });
  const link = httpLink({
    url: `${base}/preview/trpc`,
    transformer,
    headers: { ...headers, "letterpress-preview": token },
    fetch: fetch as never,
  });
  return getUntypedClient(createTRPCClient<AppRouter>({ links: [link] }));
}
