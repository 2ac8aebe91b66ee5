import { createAsset } from "@letterpress/api/assets/create-asset";
import { maxFileBytes } from "@letterpress/api/assets/create-file";
import { maxImageBytes } from "@letterpress/api/assets/create-image";
import { requireMayUpload } from "@letterpress/api/assets/require-may-upload";
import type { Deps } from "@letterpress/api/deps";
import { fail, LetterpressError } from "@letterpress/api/errors";
import { issuesOf } from "@letterpress/api/issues-of";
import { transformer } from "@letterpress/api/wire/transformer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { sendError } from "../send-error.ts";

/** Longest time without a byte of an upload, in milliseconds. */
const patience = 30_000;

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
  kind: z.literal("image", "Use image, or leave it out.").optional(),
  accept: z
    .string("Give it once, as media types with commas between them.")
    .regex(/^[\w.+-]+\/[\w.+*-]+(,[\w.+-]+\/[\w.+*-]+)*$/, "Give media types with commas between them.")
    .transform((types) => types.toLowerCase().split(","))
    .optional(),
});

/** `POST /uploads?filename=&alt=&kind=&accept=` with the bytes of a file as its body. For actors with `assets.write`. */
export async function uploads(app: FastifyInstance, { deps }: { deps: Deps }) {
  // The bytes are taken by the route itself, after it has asked who is calling; what they are called means nothing.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _body, done) => done(null));

  app.post("/uploads", async (request, reply) => {
    try {
      const { actor } = await app.identify(request, reply);
      requireMayUpload(actor);
      const upload = readQuery(request.query);
      const maxBytes = upload.kind === "image" ? maxImageBytes : maxFileBytes;
      if (Number(request.headers["content-length"] ?? 0) > maxBytes) fail("UPLOAD_TOO_LARGE", { maxBytes });
      const asset = await createAsset(deps, actor, { ...upload, bytes: bodyOf(request) });
      return reply
        .header("cache-control", "no-store")
        .send({ result: { data: transformer.serialize(asset) } });
    } catch (error) {
      // The rest of a refused body is not read: the connection ends with the answer.
      if (!request.raw.readableEnded) reply.header("connection", "close");
      if (error instanceof LetterpressError) return sendError(request, reply, error);
      // Nobody is left to be answered, and nothing is wrong here.
      if (request.raw.destroyed && !request.raw.readableEnded)
        request.log.info({ err: error }, "upload broken off");
      else request.log.error({ err: error }, "upload failed");
      return sendError(request, reply, new LetterpressError("INTERNAL", {}));
    }
  });
}

/** What procedures accept as input, and no more. Throws `BAD_INPUT`. */
function readQuery(sent: unknown): z.output<typeof query> {
  const { data, error } = query.safeParse(sent);
  return data ?? fail("BAD_INPUT", { issues: issuesOf(error) });
}

/** The body as it comes; a connection that says nothing for too long is cut off. */
async function* bodyOf({ raw }: FastifyRequest): AsyncGenerator<Buffer> {
  raw.setTimeout(patience, () => raw.destroy(new Error("The rest of the upload did not come.")));
  try {
    // Left as it is where reading stops: an answer follows.
    yield* raw.iterator({ destroyOnReturn: false });
  } finally {
    raw.setTimeout(0);
  }
}
