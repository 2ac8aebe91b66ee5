import { randomUUID } from "node:crypto";
import type { Deps } from "@letterpress/api/deps";
import { LetterpressError } from "@letterpress/api/errors";
import { modelHash } from "@letterpress/api/model/model-hash";
import Fastify, { type FastifyInstance } from "fastify";
import { createAdmission } from "./admission/admission.ts";
import { httpServer } from "./http-server.ts";
import { ownContent } from "./own-content.ts";
import { keptParts } from "./pages/kept-parts.ts";
import { pageMaker } from "./pages/page-maker.ts";
import { type PagesMade, straightPages } from "./pages/straight-pages.ts";
import { clientPackage } from "./plugins/client-package.ts";
import { cors } from "./plugins/cors.ts";
import { csrf } from "./plugins/csrf.ts";
import { health } from "./plugins/health.ts";
import { identity } from "./plugins/identity.ts";
import { keptByNobody } from "./plugins/kept-by-nobody.ts";
import { media } from "./plugins/media.ts";
import { previewPages } from "./plugins/preview-pages.ts";
import { previewReads } from "./plugins/preview-reads.ts";
import { reader } from "./plugins/reader.ts";
import { retryAfter } from "./plugins/retry-after.ts";
import { securityHeaders } from "./plugins/security-headers.ts";
import { studio } from "./plugins/studio.ts";
import { logFailure, trpc } from "./plugins/trpc.ts";
import { uploads } from "./plugins/uploads.ts";
import { webAssets } from "./plugins/web-assets.ts";
import { publicationRouter } from "./publication-router.ts";
import type { CdnKind } from "./read-cache/cdn-headers.ts";
import { readCache } from "./read-cache/read-cache.ts";
import { sendError, sendRefusal } from "./send-error.ts";
import { type StraightRoute, straightRoute } from "./thin-route/straight-route.ts";
import { thinRoute } from "./thin-route/thin-route.ts";
import { builtWeb } from "./web/built-web.ts";
import type { Web } from "./web/web.ts";

export interface AppOptions {
  mediaFolder: string;
  logLevel: string;
  trustProxy: boolean | number | string;
  /** Bytes of answers to public reads that are kept in memory. */
  cacheBytes: number;
  /** A CDN in front that is told what to drop; see purging.ts. */
  cdn?: CdnKind | undefined;
  /** Pages and Studio are made from their sources at each request. */
  dev: boolean;
}

/** Bytes of a JSON body at most. A long article is a few hundred kilobytes. */
const bodyLimit = 2 * 1024 * 1024;

const noSchemas = () => () => {
  throw new Error("Routes have no JSON schemas here: see app.ts.");
};

/** The whole HTTP surface, read top to bottom. Nothing listens yet. */
export async function buildApp(deps: Deps, options: AppOptions): Promise<FastifyInstance> {
  const { publicUrl } = deps;
  const { dev, trustProxy: hops } = options;
  const parts = keptParts();
  const cache = readCache({
    invalidation: deps.invalidation,
    maxBytes: options.cacheBytes,
    cdn: options.cdn,
    parts,
  });
  const admission = createAdmission();
  const router = publicationRouter(deps.model);
  const thin = thinRoute({ deps, router, model: modelHash(deps.model) });
  const queries = straightRoute({ thin, cache, onError: (error, path) => logFailure(app.log, error, path) });
  const made: PagesMade = new WeakMap();
  const built = dev ? undefined : await builtWeb();
  const pages = (web: Web) => pageMaker({ deps, router, web, publicUrl, parts });
  const straightToPage = built && straightPages({ makePage: pages(built), cache, publicUrl, made });
  const straight: StraightRoute = (req, res, otherwise) =>
    queries(req, res, straightToPage ? () => straightToPage(req, res, otherwise) : otherwise);
  const app = Fastify({
    bodyLimit,
    logger: { level: options.logLevel },
    trustProxy: typeof hops === "number" ? (_address, hop) => hop < hops : hops,
    genReqId: () => randomUUID(),
    serverFactory: (handler) => httpServer(handler, { straight, cache, admission }),
    routerOptions: { maxParamLength: 500 },
    // No route has a JSON schema: inputs are zod's. Fastify would load its own compilers at each start.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // Open connections of browsers must not hold up a stop; requests that run are answered. See close-app.ts.
    forceCloseConnections: "idle",
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendRefusal(request, reply, status, error.message);
    request.log.error({ err: error }, "request failed");
    return sendError(request, reply, new LetterpressError("INTERNAL", {}));
  });

  app.addHook("onClose", () => deps.invalidation.close());

  const web = built ?? (await (await import("./web/dev-web.ts")).devWeb(app));
  await app.register(securityHeaders);
  await app.register(retryAfter);
  await app.register(cors);
  await app.register(csrf, { publicUrl });
  await app.register(identity, { deps, publicUrl, callers: admission.callers });
  await app.register(keptByNobody);
  await app.register(trpc, { deps, router, thin, cache });
  await app.register(uploads, { deps });
  await app.register(media, { deps, folder: options.mediaFolder, cdn: options.cdn });
  // Its types are rolled for the content of this repository, and would be wrong for any other.
  if (deps.model === ownContent.model) await app.register(clientPackage, { deps, publicUrl, dev });
  await app.register(health, { deps });
  await app.register(studio, { web });
  if (!dev) await app.register(webAssets);
  await app.register(previewReads, { deps, router, publicUrl });
  await app.register(previewPages, { deps, router, web, publicUrl });
  await app.register(reader, { makePage: pages(web), publicUrl, cache, made });
  return app;
}
