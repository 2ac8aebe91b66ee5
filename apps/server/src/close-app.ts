import type { FastifyInstance } from "fastify";

/** Longest time that requests in progress may take, in milliseconds. The rest of a stop's patience is the database's. */
const patience = 8_000;

/** Stops listening and answers the requests that run; those that take too long are cut off. */
export async function closeApp(app: FastifyInstance): Promise<void> {
  // Fastify closes the connections that are idle now; these would be kept alive after their last answer.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  const end = setTimeout(() => app.server.closeAllConnections(), patience);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(end);
  }
}
