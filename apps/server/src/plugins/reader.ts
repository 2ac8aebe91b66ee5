import type { Deps } from "@letterpress/api/deps";
import { inSnapshot } from "@letterpress/db/in-snapshot";
import type { ReaderResponse } from "@letterpress/web/reader-request";
import type { FastifyInstance } from "fastify";
import { inProcessPress } from "../in-process-press.ts";
import type { PublicationRouter } from "../publication-router.ts";
import type { Finished } from "../read-cache/finished.ts";
import { pageAddress } from "../read-cache/page-address.ts";
import type { ReadCache } from "../read-cache/read-cache.ts";
import { sendUnavailable } from "../send-unavailable.ts";
import type { Web } from "../web/web.ts";

interface ReaderOptions {
  deps: Deps;
  router: PublicationRouter;
  web: Web;
  publicUrl: string;
  cache: ReadCache;
}

/**
 * The reader site: every GET address that no other route has. It calls the same procedures as everybody, all of them
 * in one snapshot, so that no page is made of two moments. It knows of no drafts: previews have an address of their own.
 */
export async function reader(app: FastifyInstance, { deps, router, web, publicUrl, cache }: ReaderOptions) {
  app.setErrorHandler(sendUnavailable);

  app.get("/*", async (request, reply) => {
    // Of the request, the path and what pages know of the query: nothing else can come into one.
    const address = pageAddress(request.url, publicUrl);
    if (address === null) return reply.code(404).type("text/plain").send("Not found\n");
    return cache.respond(request, reply, `page ${address}`, async () => {
      const { page, sources } = await makePage(address, request.id);
      return finished(page, sources);
    });
  });

  async function makePage(address: string, requestId: string) {
    const sources = new Set<string>();
    const page = await inSnapshot(deps.reads, (reads) =>
      web.renderPage({
        press: inProcessPress({ ...deps, reads }, router, { requestId, sources }),
        url: new URL(address, publicUrl),
        publicUrl,
      }),
    );
    return { page, sources };
  }

  function finished(page: ReaderResponse, sources: Set<string>): Finished {
    const { status, contentType, body, lastModified } = page;
    const isPage = contentType.startsWith("text/html");
    const headers = {
      "content-type": contentType,
      ...(isPage ? { "content-security-policy": web.readerPolicy } : {}),
    };
    if (status !== 200) {
      const location = page.location === undefined ? {} : { location: page.location };
      return {
        status,
        headers: { ...headers, ...location, "cache-control": "no-store" },
        body,
        sources: null,
        keepsQuery: page.isSamePage ?? false,
      };
    }
    return {
      status,
      headers: {
        ...headers,
        ...(lastModified ? { "last-modified": lastModified.toUTCString() } : {}),
      },
      body,
      sources,
      ...(page.address === undefined ? {} : { key: `page ${page.address}` }),
    };
  }
}
