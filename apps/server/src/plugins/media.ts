import { mkdir } from "node:fs/promises";
import fastifyStatic from "@fastify/static";
import { assetKey } from "@letterpress/api/content/source-keys";
import type { Deps } from "@letterpress/api/deps";
import { create as contentDisposition } from "content-disposition";
import type { FastifyInstance } from "fastify";
import { type CdnKind, tagHeader } from "../read-cache/cdn-headers.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The asset that is asked for, where it is no picture. */
    mediaFile: { filename: string; mimeType: string } | null;
  }
}

/** The addresses that there are, spelled in the one way that assets tell. */
const address =
  /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([1-9][0-9]*\.webp|original\.[a-z0-9]+)$/;
const pictureName = /^([1-9][0-9]*\.webp|original\.(avif|gif|jpg|png|webp))$/;

/** Bytes that open in a browser: it shows them, and runs nothing. All else is saved. */
const inline = /^(audio|video)\/|^application\/pdf$/;

/** Whatever is in a file, a browser that opens it runs nothing. */
const sandbox = "default-src 'none'; sandbox";

/** Browsers open sound and film as a page that plays them from their own address. No script runs in it either. */
const player = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox allow-same-origin";

interface MediaOptions {
  deps: Deps;
  folder: string;
  /** Is told when an asset is deleted. */
  cdn?: CdnKind | undefined;
}

/** Assets and their variants, for everybody. An address names bytes that never change. */
export async function media(app: FastifyInstance, { deps, folder, cdn }: MediaOptions) {
  await mkdir(folder, { recursive: true });
  app.decorateRequest("mediaFile", null);

  app.addHook("preHandler", async (request, reply) => {
    const [, id = "", name = ""] = parts(request.url);
    // A picture's kind is in its address; the name and the kind of a file are in its row alone.
    if (pictureName.test(name)) return;
    request.mediaFile = id === "" ? null : await findFile(deps, id);
    if (!request.mediaFile) return reply.callNotFound();
  });

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
      const [, id = ""] = parts(reply.request.url);
      if (cdn !== undefined) reply.headers(tagHeader(cdn, new Set([assetKey(id)])));
      const file = reply.request.mediaFile;
      reply.header("content-security-policy", sandbox);
      if (!file) return;
      const { filename, mimeType } = file;
      reply.header("content-type", mimeType);
      const type = inline.test(mimeType) ? "inline" : "attachment";
      reply.header("content-disposition", contentDisposition(filename, { type }));
      if (mimeType.startsWith("audio/") || mimeType.startsWith("video/"))
        reply.header("content-security-policy", player);
      // Browsers show PDF in a place of their own, and not at all in a sandbox of ours.
      if (mimeType === "application/pdf") reply.removeHeader("content-security-policy");
    },
  });
}

/** The whole, the id of the asset, and the name of its file. */
function parts(url: string): readonly string[] {
  return address.exec(url.split("?")[0] ?? "") ?? [];
}

async function findFile({ db }: Deps, id: string) {
  return db.asset.findUnique({
    where: { id, kind: "file" },
    select: { filename: true, mimeType: true },
  });
}
