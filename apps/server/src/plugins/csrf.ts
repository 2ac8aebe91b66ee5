import { LetterpressError } from "@letterpress/api/errors";
import fastifyPlugin from "fastify-plugin";
import { bearerToken } from "../bearer-token.ts";
import { sendError } from "../send-error.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets browsers change things from this publication's own pages only. Every current browser says where a request
 * comes from (Fetch Metadata, else Origin); a caller that says neither is no browser and carries nobody's cookie by
 * itself. With an API key a request may come from anywhere: its page has to know the key, and no cookie is looked at.
 */
export const csrf = fastifyPlugin(async (app, options: { publicUrl: string }) => {
  const ownOrigin = new URL(options.publicUrl).origin;
  app.addHook("onRequest", (request, reply, done) => {
    if (safeMethods.has(request.method) || bearerToken(request) !== undefined) return done();
    const site = request.headers["sec-fetch-site"];
    const origin = request.headers.origin;
    if (site === "same-origin" || site === "none") return done();
    if (site === undefined && origin === undefined) return done();
    // A browser too old for Fetch Metadata: the origin must be ours, by its name or by the address it called.
    if (site === undefined && (origin === ownOrigin || origin === `${request.protocol}://${request.host}`))
      return done();
    sendError(request, reply, new LetterpressError("CROSS_ORIGIN", {}));
  });
});
