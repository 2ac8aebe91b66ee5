import type { OutgoingHttpHeaders } from "node:http";
import type { Context } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { modelHash } from "@letterpress/api/model/model-hash";
import type { TRPCError } from "@trpc/server";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { logRarely } from "../log-rarely.ts";
import { openStreams } from "../open-streams.ts";
import { type Caller, outsideContext } from "../outside-context.ts";
import type { PublicationRouter } from "../publication-router.ts";
import type { ReadCache } from "../read-cache/read-cache.ts";
import { sendError } from "../send-error.ts";
import { askedKey } from "../thin-route/asked-key.ts";
import { asksPlainly } from "../thin-route/asks-plainly.ts";
import { closingSignal } from "../thin-route/closing-signal.ts";
import type { ThinRoute } from "../thin-route/thin-route.ts";
import { askedStream } from "../thin-stream/asked-stream.ts";
import { thinStream } from "../thin-stream/thin-stream.ts";

interface TrpcOptions {
  deps: Deps;
  router: PublicationRouter;
  thin: ThinRoute;
  cache: ReadCache;
}

/** Calls that one request may carry. tRPC has no limit of its own, and answers every comma. */
const maxBatchSize = 10;

/**
 * The procedures, under `/trpc`. Each answer names the content model that it was made with, so that a client that was
 * installed before the model changed can say so. A query that is asked for by itself is answered by the thin route,
 * a stream by itself is a thin one, and everything else is answered by tRPC's own adapter, in the same bytes.
 */
export async function trpc(app: FastifyInstance, options: TrpcOptions) {
  const { deps, router, thin, cache } = options;
  const model = modelHash(deps.model);
  const thinStreams = thinStream({ deps, router });
  const callers = new WeakMap<FastifyRequest, Caller>();

  const streams = openStreams(app.server.maxConnections || Number.POSITIVE_INFINITY);
  app.addHook("preClose", async () => streams.end());

  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ "cache-control": "no-store", "letterpress-model": model });
    let caller: Caller;
    try {
      caller = await app.identify(request, reply);
    } catch (error) {
      // A key that is refused is refused here, also where nobody could have read: else a typo would go unnoticed.
      if (error instanceof LetterpressError) return sendError(request, reply, error);
      throw error;
    }
    const stream = askedStream(thinStreams.subscriptions, request.raw);
    // The stock adapter also says what there is no room for, and sets cookies.
    if (stream && streams.hasRoom(caller.actor) && !caller.isRenewed && reply.raw.socket) {
      const { id: requestId, ip: clientAddress, log } = request;
      streams.add(caller.actor, reply.raw);
      const onError = (error: TRPCError, path: string) => logFailure(log, error, path);
      const headers = reply.getHeaders() as OutgoingHttpHeaders;
      reply.hijack();
      await thinStreams.open(stream, caller, { requestId, clientAddress, headers, onError }, reply.raw);
      return reply;
    }
    const asked = asksPlainly(request.raw) ? thin.read(request.url) : null;
    if (asked === null) {
      callers.set(request, caller);
      return;
    }
    const answerFor = (signal: AbortSignal) =>
      thin.answer(asked, caller, {
        requestId: request.id,
        clientAddress: request.ip,
        signal,
        onError: (error, path) => logFailure(request.log, error, path),
      });
    // Others may wait for the same answer: it is made to its end.
    if (thin.isShared(asked))
      return cache.respond(request, reply, askedKey(asked), () => answerFor(forOthers));
    const answer = await answerFor(closingSignal(reply.raw));
    return sendAsIs(reply.code(answer.status).headers(answer.headers), answer.body);
  });

  const trpcOptions: FastifyTRPCPluginOptions<PublicationRouter>["trpcOptions"] = {
    router,
    maxBatchSize,
    createContext({ req, res, info }): Context {
      const caller = callers.get(req as FastifyRequest);
      if (!caller) throw new Error("The request was not identified.");
      if (info.type === "subscription") streams.add(caller.actor, res.raw);
      return outsideContext(deps, caller, { requestId: req.id, clientAddress: req.ip });
    },
    onError: ({ error, path, req }) => logFailure(req.log, error, path),
  };
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions });
}

const forOthers = new AbortController().signal;

export function logFailure(log: FastifyBaseLogger, error: TRPCError, path: string | undefined) {
  if (error.code === "INTERNAL_SERVER_ERROR")
    logRarely(log, "error", { err: error.cause ?? error, path }, "procedure failed");
}

/** Without a serializer Fastify would add a charset to the content type of JSON. */
function sendAsIs(reply: FastifyReply, body: string) {
  return reply.serializer((text: unknown) => text as string).send(body);
}
