import fastifyPlugin from "fastify-plugin";

/** Headers that every answer has. Pages add their own content security policy. */
export function securityHeadersOf(requestId: string) {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-request-id": requestId,
  };
}

/** Adds them. */
export const securityHeaders = fastifyPlugin(async (app) => {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(securityHeadersOf(request.id));
    done();
  });
});
