import type { Deps } from "@letterpress/api/deps";
import type { FastifyInstance } from "fastify";
import type { ClientPackage } from "../client-package.ts";
import { matchesEtag } from "../matches-etag.ts";

interface ClientPackageOptions {
  deps: Deps;
  publicUrl: string;
  dev: boolean;
}

/** `/client.tgz`: the typed client of this publication, for `npm install`. While developing it is built each time. */
export async function clientPackage(app: FastifyInstance, { deps, publicUrl, dev }: ClientPackageOptions) {
  const { model, publication } = deps;
  // With the first request: a start goes without.
  const load = () => import("../client-package.ts");
  const pack = async () => (await load()).packClient({ model, publication, publicUrl });
  let packed: Promise<ClientPackage> | undefined;
  app.get("/client.tgz", async (request, reply) => {
    if (dev) await (await load()).buildClient();
    if (dev || !packed) packed = pack();
    const { version, tarball } = await packed;
    const etag = `"${version}"`;
    // Fastly knows no `no-cache`.
    const control = "public, no-cache, max-age=0";
    reply.headers({ etag, "cache-control": control, "access-control-allow-origin": "*" });
    if (matchesEtag(request.headers["if-none-match"], etag)) return reply.code(304).send();
    return reply
      .header("content-disposition", `attachment; filename="letterpress-client-${version}.tgz"`)
      .type("application/gzip")
      .send(tarball);
  });
}
