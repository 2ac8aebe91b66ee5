import fastifyPlugin from "fastify-plugin";

/** What apps on other sites may call: procedures and uploads. */
const opened = /^\/((preview\/)?trpc\/|uploads(\?|$))/;

/** What says so in every answer. */
export const openedHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "letterpress-model",
};

/**
 * Lets pages of any site call procedures, as nobody or with an API key. Credentials are never allowed, so that a
 * browser keeps its cookies to itself; csrf.ts refuses changes that carry no key.
 */
export const cors = fastifyPlugin(async (app) => {
  app.addHook("onRequest", (request, reply, done) => {
    if (!opened.test(request.url)) return done();
    if (request.method !== "OPTIONS") {
      reply.headers(openedHeaders);
      return done();
    }
    reply.code(204).headers({
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      "access-control-allow-methods": "GET, HEAD, POST",
      "access-control-allow-headers": "authorization, content-type, letterpress-preview",
      "access-control-max-age": "86400",
    });
    reply.send();
  });
});
