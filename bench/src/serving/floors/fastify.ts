// Fastify sends bytes that it has.
import Fastify from "fastify";
import { serveFloor } from "./serve-floor.ts";

serveFloor(async ({ answers }) => {
  const stored = new Map(answers.map((answer) => [answer.path, answer]));
  const app = Fastify();
  app.get("/*", (request, reply) => {
    const answer = stored.get(request.url);
    if (!answer) return reply.code(404).send();
    return reply.headers(answer.headers).send(answer.body);
  });
  await app.ready();
  return app.server;
});
