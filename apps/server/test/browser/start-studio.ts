import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAppRouter } from "@letterpress/api/app-router";
import { createOwner } from "@letterpress/api/auth/set-up";
import { modelHash } from "@letterpress/api/model/model-hash";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import type { ContentModel } from "@letterpress/model/content-type";
import Fastify from "fastify";
import { knownCallers } from "../../src/admission/known-callers.ts";
import { createDeps, mediaFolder } from "../../src/deps.ts";
import { keptParts } from "../../src/pages/kept-parts.ts";
import { csrf } from "../../src/plugins/csrf.ts";
import { identity } from "../../src/plugins/identity.ts";
import { media } from "../../src/plugins/media.ts";
import { studio } from "../../src/plugins/studio.ts";
import { trpc } from "../../src/plugins/trpc.ts";
import { uploads } from "../../src/plugins/uploads.ts";
import { webAssets } from "../../src/plugins/web-assets.ts";
import type { PublicationRouter } from "../../src/publication-router.ts";
import { readCache } from "../../src/read-cache/read-cache.ts";
import { thinRoute } from "../../src/thin-route/thin-route.ts";
import { builtWeb } from "../../src/web/built-web.ts";
import { freePort } from "../running-server.ts";
import { owner } from "../test-owner.ts";

/** The Studio of a publication with other content types than this repository's, on a database and a folder of its own. */
export async function startStudio(model: ContentModel) {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "letterpress-studio-"));
  const port = Number(await freePort());
  const publicUrl = `http://127.0.0.1:${port}`;
  const deps = { ...createDeps(database, { dataDir, publicUrl }), model };
  const app = Fastify();
  await app.register(csrf, { publicUrl });
  await app.register(identity, { deps, publicUrl, callers: knownCallers() });
  // The procedures of another model than the one that the type is made of.
  const router = createAppRouter(model) as unknown as PublicationRouter;
  const cache = readCache({
    invalidation: deps.invalidation,
    maxBytes: 1_000_000,
    cdn: undefined,
    parts: keptParts(),
  });
  const thin = thinRoute({ deps, router, model: modelHash(model) });
  await app.register(trpc, { deps, router, thin, cache });
  await app.register(uploads, { deps });
  await app.register(media, { deps, folder: mediaFolder(dataDir) });
  await app.register(studio, { web: await builtWeb() });
  await app.register(webAssets);
  await app.listen({ port, host: "127.0.0.1" });
  await createOwner(deps, { kind: "system", name: "test" }, owner);
  return {
    deps,
    url: publicUrl,
    async [Symbol.asyncDispose]() {
      await app.close();
      await deps.invalidation.close();
      await database[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
