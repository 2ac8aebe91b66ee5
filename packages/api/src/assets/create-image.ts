import { createHash } from "node:crypto";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import type { ImageAsset } from "./asset.ts";
import { requireMayUpload } from "./require-may-upload.ts";
import { storeAsset } from "./store-asset.ts";

/** Bytes of a picture at most: 20 MiB. */
export const maxImageBytes = 20 * 1024 * 1024;

interface Picture {
  filename: string;
  bytes: Uint8Array;
  alt?: string;
}

/**
 * Keeps a picture, written again without what was hidden in its file, and its variants. Throws `UPLOAD_NOT_AN_IMAGE`,
 * `NOT_SIGNED_IN` and `NOT_ALLOWED`.
 */
export async function createImage(deps: Deps, actor: Actor, picture: Picture): Promise<ImageAsset> {
  requireMayUpload(actor);
  const image = await deps.images.process(picture.bytes);
  const asset = await storeAsset(deps, actor, {
    kind: "image",
    filename: picture.filename,
    mimeType: image.mimeType,
    async write(store, id) {
      // At once, for each waits for the disk; all of them are done before any is removed.
      const writes = await Promise.allSettled([
        store(image.original),
        ...image.variants.map((variant) => deps.storage.write(`${id}/${variant.name}`, variant.bytes)),
      ]);
      for (const write of writes) if (write.status === "rejected") throw write.reason;
      return {
        size: image.original.byteLength,
        sha256: createHash("sha256").update(image.original).digest("hex"),
        width: image.width,
        height: image.height,
        alt: picture.alt ?? "",
        placeholder: image.placeholder,
        variants: image.variants.map(({ name, width, height, mimeType }) => ({
          url: `/media/${id}/${name}`,
          width,
          height,
          mimeType,
        })),
      };
    },
  });
  return asset as ImageAsset;
}
