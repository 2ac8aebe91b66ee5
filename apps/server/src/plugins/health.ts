import type { Deps } from "@letterpress/api/deps";
import { pendingMigrations } from "@letterpress/db/pending-migrations";
import type { FastifyInstance } from "fastify";

/** `/healthz`: the process answers. `/readyz`: it can serve, that is, the database answers and is migrated. */
export async function health(app: FastifyInstance, { deps }: { deps: Deps }) {
  app.get("/healthz", async (_request, reply) => reply.header("cache-control", "no-store").send("ok\n"));
  app.get("/readyz", async (request, reply) => {
    reply.header("cache-control", "no-store");
    try {
      if ((await pendingMigrations(deps.db)).length === 0) return reply.send("ready\n");
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
    }
    // Why is in the log: strangers need not know.
    return reply.code(503).send("not ready\n");
  });
}
