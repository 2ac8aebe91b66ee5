import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { inPreview } from "@letterpress/api/preview/in-preview";
import { inSnapshot } from "@letterpress/db/in-snapshot";
import type { ReaderResponse } from "@letterpress/web/reader-request";
import type { FastifyInstance } from "fastify";
import { inProcessPress } from "../in-process-press.ts";
import { previewHeaders } from "../preview-headers.ts";
import type { PublicationRouter } from "../publication-router.ts";
import { sendUnavailable } from "../send-unavailable.ts";
import type { Web } from "../web/web.ts";

interface PreviewPagesOptions {
  deps: Deps;
  router: PublicationRouter;
  web: Web;
  publicUrl: string;
}

/** `/preview/:token`: the page that an entry would have, made by the reader site out of what publishing would write. */
export async function previewPages(app: FastifyInstance, options: PreviewPagesOptions) {
  const { deps, router, web, publicUrl } = options;
  app.setErrorHandler(sendUnavailable);

  app.get<{ Params: { token: string } }>("/preview/:token", async (request, reply) => {
    reply.headers({ ...previewHeaders, "content-security-policy": web.readerPolicy });
    const page = await pageOf(request.params.token, request.id);
    return reply.code(page.status).type(page.contentType).send(page.body);
  });

  async function pageOf(token: string, requestId: string): Promise<ReaderResponse> {
    try {
      return await inPreview(deps, token, (preview) =>
        web.renderPage({
          press: inProcessPress(preview.deps, router, { requestId }),
          // Of a type without pages there is nothing to see at any address.
          url: new URL(preview.path ?? "/preview/", publicUrl),
          publicUrl,
          preview: { expiresAt: preview.expiresAt },
        }),
      );
    } catch (error) {
      if (!(error instanceof LetterpressError) || error.errorCode !== "PREVIEW_INVALID") throw error;
      return inSnapshot(deps.reads, (reads) =>
        web.renderPage({
          press: inProcessPress({ ...deps, reads }, router, { requestId }),
          url: new URL("/preview/", publicUrl),
          publicUrl,
          preview: "invalid",
        }),
      );
    }
  }
}
