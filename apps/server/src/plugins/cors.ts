import fastifyPlugin from "fastify-plugin";

/** What apps on other sites may call: procedures and uploads. */
const opened = /^\/((preview\/)?trpc\/|uploads(\?|$))/;

/**
 * Lets pages of any site call procedures, as nobody or with an API key. Credentials are never allowed, so that a
 * browser keeps its cookies to itself; csrf.ts refuses changes that carry no key.
 */
export const cors = fastifyPlugin(async (app) => {
  app.addHook("onRequest", async (request, reply) => {
    if (!opened.test(request.url)) return;
    reply.header("access-control-allow-origin", "*");
    if (request.method !== "OPTIONS") {
      reply.header("access-control-expose-headers", "letterpress-model");
      return;
    }
    reply.headers({
      "cache-control": "no-store",
      "access-control-allow-methods": "GET, HEAD, POST",
      "access-control-allow-headers": "authorization, content-type, letterpress-preview",
      "access-control-max-age": "86400",
    });
    return reply.code(204).send();
  });
});
