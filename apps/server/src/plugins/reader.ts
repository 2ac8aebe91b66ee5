import { createHash } from "node:crypto";
import type { Deps } from "@letterpress/api/deps";
import { inSnapshot } from "@letterpress/db/in-snapshot";
import type { FastifyInstance } from "fastify";
import { inProcessPress } from "../in-process-press.ts";
import { matchesEtag } from "../matches-etag.ts";
import type { PublicationRouter } from "../publication-router.ts";
import { sendUnavailable } from "../send-unavailable.ts";
import type { Web } from "../web/web.ts";

interface ReaderOptions {
  deps: Deps;
  router: PublicationRouter;
  web: Web;
  publicUrl: string;
}

/**
 * The reader site: every GET address that no other route has. It calls the same procedures as everybody, all of them
 * in one snapshot, so that no page is made of two moments. It knows of no drafts: previews have an address of their own.
 */
export async function reader(app: FastifyInstance, { deps, router, web, publicUrl }: ReaderOptions) {
  app.setErrorHandler(sendUnavailable);

  app.get("/*", async (request, reply) => {
    // Of the request, the path and query alone: no header can put an address into a page.
    const address = request.url.replace(/^\/+/, "/");
    if (!URL.canParse(address, publicUrl)) return reply.code(404).type("text/plain").send("Not found\n");
    const page = await inSnapshot(deps.reads, (reads) =>
      web.renderPage({
        press: inProcessPress({ ...deps, reads }, router, request.id),
        url: new URL(address, publicUrl),
        publicUrl,
      }),
    );
    if (page.location !== undefined) reply.header("location", page.location);
    if (page.contentType.startsWith("text/html")) reply.header("content-security-policy", web.readerPolicy);
    reply.code(page.status).type(page.contentType);
    if (page.status !== 200) return reply.header("cache-control", "no-store").send(page.body);
    // Kept by browsers and proxies, but asked after each time: what is unpublished must not be shown again.
    const etag = `"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
    reply.headers({ "cache-control": "public, no-cache", etag });
    if (page.lastModified) reply.header("last-modified", page.lastModified.toUTCString());
    return matchesEtag(request.headers["if-none-match"], etag)
      ? reply.code(304).send()
      : reply.send(page.body);
  });
}
