import { type Context, requestAllowance } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { modelHash } from "@letterpress/api/model/model-hash";
import { inPreview } from "@letterpress/api/preview/in-preview";
import { router as createRouter } from "@letterpress/api/trpc";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { FastifyInstance } from "fastify";
import { previewHeaders } from "../preview-headers.ts";
import type { PublicationRouter } from "../publication-router.ts";
import { sendError } from "../send-error.ts";

interface PreviewReadsOptions {
  deps: Deps;
  router: PublicationRouter;
  publicUrl: string;
}

const endpoint = "/preview/trpc";

/**
 * `/preview/trpc`: the public reads, as nobody and with the drafts of a preview link. There are no other procedures,
 * and of the request nothing counts but its address and the token.
 */
export async function previewReads(app: FastifyInstance, { deps, router, publicUrl }: PreviewReadsOptions) {
  const model = modelHash(deps.model);
  const reads = createRouter({ content: router._def.record.content });

  app.get(`${endpoint}/*`, async (request, reply) => {
    reply.headers({ ...previewHeaders, "letterpress-model": model });
    const token = request.headers["letterpress-preview"];
    try {
      const answer = await inPreview(deps, String(token ?? ""), async (preview) => {
        const createContext = (): Context => ({
          deps: preview.deps,
          actor: { kind: "nobody" },
          session: { token: null, set() {}, clear() {} },
          requestId: request.id,
          clientAddress: request.ip,
          allowance: requestAllowance(),
          sources: new Set(),
          takesText: false,
        });
        const asked = new Request(new URL(request.url, publicUrl));
        const response = await fetchRequestHandler({
          endpoint,
          req: asked,
          router: reads,
          createContext,
          maxBatchSize: 10,
          onError({ error, path }) {
            if (error.code === "INTERNAL_SERVER_ERROR")
              request.log.error({ err: error.cause ?? error, path }, "preview failed");
          },
        });
        // To its end while the drafts are there.
        return { status: response.status, body: await response.text() };
      });
      return reply.code(answer.status).type("application/json").send(answer.body);
    } catch (error) {
      if (error instanceof LetterpressError) return sendError(request, reply, error);
      throw error;
    }
  });
}
