import { createAsset, requireMayUpload } from "@letterpress/api/assets/create-asset";
import type { Deps } from "@letterpress/api/deps";
import { fail, LetterpressError } from "@letterpress/api/errors";
import { issuesOf } from "@letterpress/api/trpc";
import { transformer } from "@letterpress/api/wire/transformer";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sendError } from "../send-error.ts";

/** Bytes of an upload at most: 20 MiB. */
const maxBytes = 20 * 1024 * 1024;

/** PostgreSQL keeps no other text. */
const storable = z
  .string("Give it once, as text.")
  .refine(
    (text) => text.isWellFormed() && !text.includes("\0"),
    "Remove the character U+0000 and half characters.",
  );

const query = z.strictObject({
  filename: storable.max(255, "Use at most 255 characters.").default("upload"),
  alt: storable.max(500, "Use at most 500 characters.").default(""),
});

/** `POST /uploads?filename=&alt=` with the bytes of a picture as its body. For actors with `assets.write`. */
export async function uploads(app: FastifyInstance, { deps }: { deps: Deps }) {
  // The bytes are taken by the route itself, after it has asked who is calling.
  app.addContentTypeParser(/^image\/|^application\/octet-stream/, (_request, _body, done) => done(null));

  app.post("/uploads", async (request, reply) => {
    try {
      const { actor } = await app.identify(request, reply);
      requireMayUpload(actor);
      const { filename, alt } = readQuery(request.query);
      if (Number(request.headers["content-length"] ?? 0) > maxBytes) fail("UPLOAD_TOO_LARGE", { maxBytes });
      const asset = await createAsset(deps, actor, { filename, alt, bytes: await readAll(request.raw) });
      return reply
        .header("cache-control", "no-store")
        .send({ result: { data: transformer.serialize(asset) } });
    } catch (error) {
      // The rest of a refused body is not read: the connection ends with the answer.
      if (!request.raw.readableEnded) reply.header("connection", "close");
      if (error instanceof LetterpressError) return sendError(request, reply, error);
      request.log.error({ err: error }, "upload failed");
      return sendError(request, reply, new LetterpressError("INTERNAL", {}));
    }
  });
}

/** What procedures accept as input, and no more. Throws `BAD_INPUT`. */
function readQuery(sent: unknown): z.output<typeof query> {
  const { data, error } = query.safeParse(sent);
  return data ?? fail("BAD_INPUT", { issues: issuesOf(error) });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBytes) fail("UPLOAD_TOO_LARGE", { maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
