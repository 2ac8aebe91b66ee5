import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { RenderPage } from "@letterpress/web/reader-request";
import type { FastifyInstance } from "fastify";
import { createServer } from "vite";
import type { Web } from "./web.ts";

const webFolder = fileURLToPath(new URL("./", import.meta.resolve("@letterpress/web/package.json")));

/** What Vite serves itself. */
const vitePaths = /^\/(@|src\/|node_modules\/)/;

// Vite puts small scripts into pages and talks over a socket.
const policy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; connect-src 'self' ws:";

/** Pages and Studio straight from their sources: a change shows at once. */
export async function devWeb(app: FastifyInstance): Promise<Web> {
  const vite = await createServer({
    root: webFolder,
    // The other loaders write a file that Node then watches: the server would restart for ever.
    configLoader: "native",
    appType: "custom",
    server: { middlewareMode: true, hmr: { server: app.server } },
  });
  app.addHook("onClose", () => vite.close());
  app.addHook("onRequest", async (request, reply) => {
    if (!vitePaths.test(request.url)) return;
    reply.hijack();
    vite.middlewares(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
  });
  // Pages are HTML alone: nothing in the browser knows of the module that made them.
  vite.watcher.on("change", (file) => {
    if (file.includes("/src/reader/") && !file.endsWith(".css")) vite.ws.send({ type: "full-reload" });
  });
  return {
    // Nothing is kept from before a change.
    async renderPage({ parts: _kept, ...request }) {
      const { renderPage } = (await vite.ssrLoadModule("/src/reader/render-page.tsx")) as {
        renderPage: RenderPage;
      };
      const assets = {
        stylesheets: ["/src/reader/every-page.css", "/src/reader/rest.css"],
        scripts: ["/src/reader/enhance.ts"],
        modules: ["/@vite/client"],
        preload: [],
      };
      return renderPage({ ...request, assets });
    },
    async studioHtml() {
      return vite.transformIndexHtml("/studio.html", await readFile(`${webFolder}studio.html`, "utf8"));
    },
    readerPolicy: policy,
    studioPolicy: policy,
  };
}
