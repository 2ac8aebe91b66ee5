import { createHash } from "node:crypto";
import type { Deps } from "@letterpress/api/deps";
import type { FastifyInstance } from "fastify";
import { inProcessPress } from "../in-process-press.ts";
import { matchesEtag } from "../matches-etag.ts";
import type { PublicationRouter } from "../publication-router.ts";
import type { Web } from "../web/web.ts";

interface ReaderOptions {
  deps: Deps;
  router: PublicationRouter;
  web: Web;
  publicUrl: string;
}

/** Shown when a page cannot be made, the database being gone, say. It needs nothing that may be broken too. */
const unavailable = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not available</title>
<h1>This page is not available at the moment</h1><p>Please try again in a minute.</p></html>\n`;

/** The reader site: every GET address that no other route has. It calls the same procedures as everybody. */
export async function reader(app: FastifyInstance, { deps, router, web, publicUrl }: ReaderOptions) {
  app.setErrorHandler((error, request, reply) => {
    request.log.error({ err: error }, "page failed");
    return reply
      .code(503)
      .headers({ "retry-after": "30", "cache-control": "no-store" })
      .type("text/html")
      .send(unavailable);
  });

  app.get("/*", async (request, reply) => {
    // Of the request, the path and query alone: no header can put an address into a page.
    const address = request.url.replace(/^\/+/, "/");
    if (!URL.canParse(address, publicUrl)) return reply.code(404).type("text/plain").send("Not found\n");
    const page = await web.renderPage({
      press: inProcessPress(deps, router, request.id),
      url: new URL(address, publicUrl),
      publicUrl,
    });
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
