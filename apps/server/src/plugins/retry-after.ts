import fastifyPlugin from "fastify-plugin";

/** When to come again after 503: what is too much now has gone by then, or is turned away at once. */
export const retryAfterSeconds = "1";

/** Answers that something is busy say when to come again. */
export const retryAfter = fastifyPlugin(async (app) => {
  app.addHook("onSend", async (_request, reply) => {
    if (reply.statusCode === 503 && !reply.hasHeader("retry-after"))
      reply.header("retry-after", retryAfterSeconds);
  });
});
