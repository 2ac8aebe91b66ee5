import { mkdir } from "node:fs/promises";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Assets and their variants, for everybody. An address names bytes that never change. */
export async function media(app: FastifyInstance, { folder }: { folder: string }) {
  await mkdir(folder, { recursive: true });
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/media/",
    index: false,
    decorateReply: false,
    dotfiles: "deny",
    immutable: true,
    maxAge: "365d",
    setHeaders(reply) {
      reply.header("cross-origin-resource-policy", "cross-origin");
      // Whatever is in a file, a browser that opens it runs nothing.
      reply.header("content-security-policy", "default-src 'none'; sandbox");
    },
  });
}
