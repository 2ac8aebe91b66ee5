import { Agent, createServer, type IncomingMessage, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { modelHash } from "@letterpress/api/model/model-hash";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { expect } from "vitest";
import { connectionTimes } from "../../src/admission/connection-limits.ts";
import { knownCallers } from "../../src/admission/known-callers.ts";
import { type Caller, outsideContext } from "../../src/outside-context.ts";
import { keptParts } from "../../src/pages/kept-parts.ts";
import { cors } from "../../src/plugins/cors.ts";
import { csrf } from "../../src/plugins/csrf.ts";
import { identity } from "../../src/plugins/identity.ts";
import { keptByNobody } from "../../src/plugins/kept-by-nobody.ts";
import { securityHeaders } from "../../src/plugins/security-headers.ts";
import { trpc } from "../../src/plugins/trpc.ts";
import type { PublicationRouter } from "../../src/publication-router.ts";
import { readCache } from "../../src/read-cache/read-cache.ts";
import { sendError } from "../../src/send-error.ts";
import { straightRoute } from "../../src/thin-route/straight-route.ts";
import { thinRoute } from "../../src/thin-route/thin-route.ts";

interface Served {
  deps: Deps;
  router: PublicationRouter;
}

/** What a server answered. */
export interface Answered {
  status: number;
  /** Without those that are of this moment, and with how the body's length is told instead of the length. */
  headers: Record<string, unknown>;
  body: string;
}

export type Asked = { target: string; headers?: Record<string, string>; method?: string };

/** Two servers on the same database: one as it is, one whose procedures are answered by tRPC's own adapter alone. */
export async function startBoth(served: Served) {
  const { deps } = served;
  // It has no room for any answer: each is made anew, as the other server does.
  const cache = readCache({
    invalidation: deps.invalidation,
    maxBytes: 1,
    cdn: undefined,
    parts: keptParts(),
  });
  const thin = thinRoute({ ...served, model: modelHash(deps.model) });
  const straight = straightRoute({ thin, cache, onError() {} });
  const serverFactory = (handler: RequestListener) =>
    createServer(connectionTimes, (req, res) => straight(req, res, () => handler(req, res)));
  const apps = [Fastify({ ...options, serverFactory }), Fastify(options)] as const;
  const [ours, stock] = apps;
  await prepare(ours, served);
  await ours.register(trpc, { ...served, thin, cache });
  await prepare(stock, served);
  await stock.register(stockAdapter, served);
  const ports: number[] = [];
  for (const app of apps) {
    await app.listen({ port: 0, host: "127.0.0.1" });
    ports.push((app.server.address() as AddressInfo).port);
  }
  const [oursPort = 0, stockPort = 0] = ports;
  const agent = new Agent({ keepAlive: true });
  const both = {
    oursPort,
    stockPort,
    ask: (asked: Asked) => Promise.all([send(oursPort, agent, asked), send(stockPort, agent, asked)]),
    /**
     * Asks both, and gives the answer that they must have in common. Of one that anybody may have, the cache says more
     * and something else: how long it may be kept, its tag, and that it may be compressed. Of content, the same JSON may
     * be written in another way: what is stored is passed on as PostgreSQL writes it.
     */
    async same(asked: Asked): Promise<Answered> {
      const [answer, expected] = await both.ask(asked);
      if (answer.headers.etag !== undefined) {
        expect(answer.headers.vary).toBe(`${expected.headers.vary}, accept-encoding`);
        const { etag: _tag, ...said } = answer.headers;
        const { vary, "cache-control": kept } = expected.headers;
        answer.headers = { ...said, vary, "cache-control": kept };
      }
      const isContent = asked.target.startsWith("/trpc/content.") && expected.status === 200;
      const comparable = isContent ? { ...answer, body: JSON.parse(answer.body || "null") } : answer;
      const wanted = isContent ? { ...expected, body: JSON.parse(expected.body || "null") } : expected;
      expect(comparable, JSON.stringify(asked)).toStrictEqual(wanted);
      return answer;
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      for (const app of apps) await app.close();
    },
  };
  return both;
}

export type BothRoutes = Awaited<ReturnType<typeof startBoth>>;

const options = { logger: false, routerOptions: { maxParamLength: 500 } };

async function prepare(app: FastifyInstance, { deps }: Served) {
  const { publicUrl } = deps;
  app.setErrorHandler((_error, request, reply) =>
    sendError(request, reply, new LetterpressError("INTERNAL", {})),
  );
  await app.register(securityHeaders);
  await app.register(cors);
  await app.register(csrf, { publicUrl });
  await app.register(identity, { deps, publicUrl, callers: knownCallers() });
  await app.register(keptByNobody);
}

async function stockAdapter(app: FastifyInstance, { deps, router }: Served) {
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ "cache-control": "no-store", "letterpress-model": modelHash(deps.model) });
    try {
      callers.set(request, await app.identify(request, reply));
    } catch (error) {
      if (error instanceof LetterpressError) return sendError(request, reply, error);
      throw error;
    }
  });
  await app.register(fastifyTRPCPlugin, {
    prefix: "/trpc",
    trpcOptions: {
      router,
      maxBatchSize: 10,
      createContext: ({ req }: { req: FastifyRequest }) =>
        outsideContext(deps, callers.get(req) as Caller, { requestId: req.id, clientAddress: req.ip }),
    },
  });
}

function send(
  port: number,
  agent: Agent,
  { target, headers = {}, method = "GET" }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, agent, host: "127.0.0.1", path: target, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(read(answer, Buffer.concat(chunks))));
      answer.on("error", reject);
    });
    outgoing.on("error", reject).end();
  });
}

function read(answer: IncomingMessage, bytes: Buffer): Answered {
  const {
    date: _date,
    "x-request-id": requestId,
    "content-length": length,
    "transfer-encoding": encoding,
    ...headers
  } = answer.headers;
  // The stock adapter streams what is whole: its answer does not tell how long it will be.
  if (encoding === undefined && length !== undefined) expect(Number(length)).toBe(bytes.length);
  const body = bytes.toString("latin1").replaceAll(String(requestId), "REQUEST");
  return { status: answer.statusCode ?? 0, headers, body };
}
