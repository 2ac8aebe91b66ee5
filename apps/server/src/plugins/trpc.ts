import { type Context, requestAllowance } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { modelHash } from "@letterpress/api/model/model-hash";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { openStreams } from "../open-streams.ts";
import type { PublicationRouter } from "../publication-router.ts";
import { sendError } from "../send-error.ts";

/** Calls that one request may carry. tRPC has no limit of its own, and answers every comma. */
const maxBatchSize = 10;

/**
 * The procedures, under `/trpc`. Each answer names the content model that it was made with, so that a client that was
 * installed before the model changed can say so.
 */
export async function trpc(app: FastifyInstance, options: { deps: Deps; router: PublicationRouter }) {
  const model = modelHash(options.deps.model);
  const callers = new WeakMap<FastifyRequest, Awaited<ReturnType<typeof app.identify>>>();

  const streams = openStreams();
  app.addHook("preClose", async () => streams.end());

  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ "cache-control": "no-store", "letterpress-model": model });
    try {
      callers.set(request, await app.identify(request, reply));
    } catch (error) {
      // A key that is refused is refused here, also where nobody could have read: else a typo would go unnoticed.
      if (error instanceof LetterpressError) return sendError(request, reply, error);
      throw error;
    }
  });

  const trpcOptions: FastifyTRPCPluginOptions<PublicationRouter>["trpcOptions"] = {
    router: options.router,
    maxBatchSize,
    createContext({ req, res, info }): Context {
      const caller = callers.get(req as FastifyRequest);
      if (!caller) throw new Error("The request was not identified.");
      if (info.type === "subscription") streams.add(caller.actor, res.raw);
      return {
        ...caller,
        deps: options.deps,
        requestId: req.id,
        clientAddress: req.ip,
        allowance: requestAllowance(),
        sources: new Set(),
      };
    },
    onError({ error, path, req }) {
      if (error.code === "INTERNAL_SERVER_ERROR")
        req.log.error({ err: error.cause ?? error, path }, "procedure failed");
    },
  };
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions });
}
