import type { FastifyInstance } from "fastify";
import type { Web } from "../web/web.ts";

/** The Studio: one page for every address below `/studio`; its router does the rest in the browser. */
export async function studio(app: FastifyInstance, { web }: { web: Web }) {
  for (const path of ["/studio", "/studio/*"])
    app.get(path, async (_request, reply) =>
      reply
        .headers({
          "cache-control": "no-store",
          "content-security-policy": web.studioPolicy,
          "x-robots-tag": "noindex",
        })
        .type("text/html; charset=utf-8")
        .send(await web.studioHtml()),
    );
}
