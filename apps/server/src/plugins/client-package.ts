import type { FastifyInstance } from "fastify";
import { type ClientPackage, packClient, rebuildClient } from "../client-package.ts";

/** `/client.tgz`: the typed client of this publication, for `npm install`. While developing it is built each time. */
export async function clientPackage(app: FastifyInstance, { dev }: { dev: boolean }) {
  let packed: Promise<ClientPackage> | undefined;
  app.get("/client.tgz", async (request, reply) => {
    if (!dev) packed ??= packClient();
    const { version, tarball } = await (packed ?? rebuildClient());
    const etag = `"${version}"`;
    reply.headers({ etag, "cache-control": "public, no-cache", "access-control-allow-origin": "*" });
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    return reply
      .header("content-disposition", `attachment; filename="letterpress-client-${version}.tgz"`)
      .type("application/gzip")
      .send(tarball);
  });
}
