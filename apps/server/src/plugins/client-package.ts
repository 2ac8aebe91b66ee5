import type { FastifyInstance } from "fastify";
import { packClient, rebuildClient } from "../client-package.ts";
import { matchesEtag } from "../matches-etag.ts";

/** `/client.tgz`: the typed client of this publication, for `npm install`. While developing it is built each time. */
export async function clientPackage(app: FastifyInstance, { dev }: { dev: boolean }) {
  const packed = await packClient();
  app.get("/client.tgz", async (request, reply) => {
    const { version, tarball } = dev ? await rebuildClient() : packed;
    const etag = `"${version}"`;
    reply.headers({ etag, "cache-control": "public, no-cache", "access-control-allow-origin": "*" });
    if (matchesEtag(request.headers["if-none-match"], etag)) return reply.code(304).send();
    return reply
      .header("content-disposition", `attachment; filename="letterpress-client-${version}.tgz"`)
      .type("application/gzip")
      .send(tarball);
  });
}
