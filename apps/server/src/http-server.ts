import { createServer, type RequestListener, type Server } from "node:http";
import type { Admission } from "./admission/admission.ts";
import { connectionTimes, limitConnections } from "./admission/connection-limits.ts";
import type { ReadCache } from "./read-cache/read-cache.ts";
import type { StraightRoute } from "./thin-route/straight-route.ts";

interface HttpServerOptions {
  straight: StraightRoute;
  cache: ReadCache;
  admission: Admission;
}

/**
 * A server that answers what it can from memory, and, as much as there is room for, takes single queries straight to
 * their procedure and leaves the rest to `handler`.
 */
export function httpServer(
  handler: RequestListener,
  { straight, cache, admission }: HttpServerOptions,
): Server {
  const server = createServer(connectionTimes, (request, response) => {
    cache.answer(request, response, () =>
      admission.admit(request, response, () =>
        // While it closes, Fastify tells clients to go elsewhere.
        server.listening
          ? straight(request, response, () => handler(request, response))
          : handler(request, response),
      ),
    );
  });
  limitConnections(server);
  return server;
}
