import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { builtClientFolder } from "../web/built-web.ts";

/** Scripts, styles and fonts of pages and Studio; their names change with their bytes. */
export async function webAssets(app: FastifyInstance) {
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL("assets/", builtClientFolder)),
    prefix: "/assets/",
    index: false,
    preCompressed: true,
    decorateReply: false,
    immutable: true,
    maxAge: "365d",
  });
}
