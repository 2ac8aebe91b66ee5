import fastifyPlugin from "fastify-plugin";

/** Headers that every answer has. Pages add their own content security policy. */
export const securityHeaders = fastifyPlugin(async (app) => {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-request-id": request.id,
    });
  });
});
