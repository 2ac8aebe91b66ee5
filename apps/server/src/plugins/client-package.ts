import type { Deps } from "@letterpress/api/deps";
import type { FastifyInstance } from "fastify";
import { buildClient, packClient } from "../client-package.ts";
import { matchesEtag } from "../matches-etag.ts";

interface ClientPackageOptions {
  deps: Deps;
  publicUrl: string;
  dev: boolean;
}

/** `/client.tgz`: the typed client of this publication, for `npm install`. While developing it is built each time. */
export async function clientPackage(app: FastifyInstance, { deps, publicUrl, dev }: ClientPackageOptions) {
  const { model, publication } = deps;
  const pack = () => packClient({ model, publication, publicUrl });
  const packed = await pack();
  app.get("/client.tgz", async (request, reply) => {
    if (dev) await buildClient();
    const { version, tarball } = dev ? await pack() : packed;
    const etag = `"${version}"`;
    reply.headers({ etag, "cache-control": "public, no-cache", "access-control-allow-origin": "*" });
    if (matchesEtag(request.headers["if-none-match"], etag)) return reply.code(304).send();
    return reply
      .header("content-disposition", `attachment; filename="letterpress-client-${version}.tgz"`)
      .type("application/gzip")
      .send(tarball);
  });
}
