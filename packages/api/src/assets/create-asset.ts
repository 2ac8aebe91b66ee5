import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import type { Asset } from "./asset.ts";
import { createFile } from "./create-file.ts";
import { createImage, maxImageBytes } from "./create-image.ts";
import { detectMediaType, headBytes } from "./detect-media-type.ts";
import { isAccepted } from "./is-accepted.ts";
import { limitBytes } from "./limit-bytes.ts";
import { peek } from "./peek.ts";
import { requireMayUpload } from "./require-may-upload.ts";

interface Upload {
  filename: string;
  alt?: string;
  bytes: AsyncIterable<Uint8Array>;
  /** `image`: nothing but a picture that can be processed. */
  kind?: "image" | undefined;
  /** Media types, or patterns such as `audio/*`, that are taken; any unless told. */
  accept?: readonly string[] | undefined;
}

/** By their bytes these are pictures. Others (SVG, TIFF, HEIC …) are kept as files. */
const pictures = ["image/jpeg", "image/png", "image/apng", "image/webp", "image/gif", "image/avif"];

/**
 * Keeps an upload: a picture processed, anything else as it is. Its bytes decide which. Throws what `createImage` and
 * `createFile` do, and `UPLOAD_NOT_ACCEPTED` before more than the start was read.
 */
export async function createAsset(deps: Deps, actor: Actor, upload: Upload): Promise<Asset> {
  requireMayUpload(actor);
  const { kind, accept, ...about } = upload;
  const toImage = async (bytes: AsyncIterable<Uint8Array>) =>
    createImage(deps, actor, { ...about, bytes: await readAll(bytes) });
  if (kind === "image") return toImage(upload.bytes);
  const { head, bytes } = await peek(upload.bytes, headBytes);
  if (head.byteLength === 0)
    fail("BAD_INPUT", { issues: [{ path: "", message: "The file is empty: choose another." }] });
  const mimeType = await detectMediaType(head, upload.filename);
  if (accept && !isAccepted(mimeType, accept)) fail("UPLOAD_NOT_ACCEPTED", { mimeType, accept: [...accept] });
  if (pictures.includes(mimeType)) return toImage(bytes);
  return createFile(deps, actor, { filename: upload.filename, mimeType, bytes });
}

/** Pictures are processed in memory. */
async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitBytes(bytes, maxImageBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
