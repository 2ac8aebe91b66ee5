import type { Deps } from "@letterpress/api/deps";
import type { FastifyInstance } from "fastify";
import { inProcessPress } from "../in-process-press.ts";
import type { PublicationRouter } from "../publication-router.ts";
import type { Web } from "../web/web.ts";

interface ReaderOptions {
  deps: Deps;
  router: PublicationRouter;
  web: Web;
  publicUrl: string;
}

/** The reader site: every GET address that no other route has. It calls the same procedures as everybody. */
export async function reader(app: FastifyInstance, { deps, router, web, publicUrl }: ReaderOptions) {
  app.get("/*", async (request, reply) => {
    const page = await web.renderPage({
      press: inProcessPress(deps, router, request.id),
      // Of the request, the path and query alone: no header can put an address into a page.
      url: new URL(request.url.replace(/^\/+/, "/"), publicUrl),
      publicUrl,
    });
    reply.code(page.status).type(page.contentType);
    reply.header("cache-control", page.status === 200 ? "public, max-age=0, s-maxage=30" : "no-store");
    if (page.lastModified) reply.header("last-modified", page.lastModified.toUTCString());
    if (page.location !== undefined) reply.header("location", page.location);
    if (page.contentType.startsWith("text/html")) reply.header("content-security-policy", web.readerPolicy);
    return reply.send(page.body);
  });
}
