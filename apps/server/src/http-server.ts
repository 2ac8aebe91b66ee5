import { createServer, type RequestListener, type Server } from "node:http";
import type { Admission } from "./admission/admission.ts";
import { connectionTimes, limitConnections } from "./admission/connection-limits.ts";
import type { ReadCache } from "./read-cache/read-cache.ts";

interface HttpServerOptions {
  cache: ReadCache;
  admission: Admission;
}

/** A server that answers what it can from memory, and leaves the rest to `handler`, as much as there is room for. */
export function httpServer(handler: RequestListener, { cache, admission }: HttpServerOptions): Server {
  const server = createServer(connectionTimes, (request, response) => {
    cache.answer(request, response, () =>
      admission.admit(request, response, () => handler(request, response)),
    );
  });
  limitConnections(server);
  return server;
}
