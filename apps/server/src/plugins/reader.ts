import type { FastifyInstance } from "fastify";
import type { PageMaker } from "../pages/page-maker.ts";
import type { PagesMade } from "../pages/straight-pages.ts";
import { pageAddress } from "../read-cache/page-address.ts";
import type { ReadCache } from "../read-cache/read-cache.ts";
import { sendAnswer } from "../read-cache/send-answer.ts";
import { sendUnavailable } from "../send-unavailable.ts";

interface ReaderOptions {
  makePage: PageMaker;
  publicUrl: string;
  cache: ReadCache;
  /** Pages that were made before Fastify was asked. */
  made: PagesMade;
}

/** The reader site: every GET address that no other route has. It knows of no drafts: previews have an address of their own. */
export async function reader(app: FastifyInstance, { makePage, publicUrl, cache, made }: ReaderOptions) {
  app.setErrorHandler(sendUnavailable);

  app.get("/*", async (request, reply) => {
    const before = made.get(request.raw);
    if (before) return sendAnswer(await before, request, reply);
    // Of the request, the path and what pages know of the query: nothing else can come into one.
    const address = pageAddress(request.url, publicUrl);
    if (address === null) return reply.code(404).type("text/plain").send("Not found\n");
    return cache.respond(request, reply, `page ${address}`, () => makePage(address, request.id));
  });
}
