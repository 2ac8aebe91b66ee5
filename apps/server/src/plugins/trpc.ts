import { type Context, entriesPerRequest } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PublicationRouter } from "../publication-router.ts";

/** Calls that one request may carry. tRPC has no limit of its own, and answers every comma. */
const maxBatchSize = 10;

/** The procedures, under `/trpc`. Reads may be called from pages of any site, without anybody's cookie. */
export async function trpc(app: FastifyInstance, options: { deps: Deps; router: PublicationRouter }) {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (request.method !== "GET" && request.method !== "HEAD" && request.method !== "OPTIONS") return;
    reply.header("access-control-allow-origin", "*");
    if (request.method !== "OPTIONS") return;
    reply.headers({
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400",
    });
    return reply.code(204).send();
  });

  const trpcOptions: FastifyTRPCPluginOptions<PublicationRouter>["trpcOptions"] = {
    router: options.router,
    maxBatchSize,
    async createContext({ req, res }): Promise<Context> {
      const { actor, session } = await app.identify(req as FastifyRequest, res as FastifyReply);
      return {
        deps: options.deps,
        actor,
        session,
        requestId: req.id,
        clientAddress: req.ip,
        allowance: { entries: entriesPerRequest },
      };
    },
    onError({ error, path, req }) {
      if (error.code === "INTERNAL_SERVER_ERROR")
        req.log.error({ err: error.cause ?? error, path }, "procedure failed");
    },
  };
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions });
}
