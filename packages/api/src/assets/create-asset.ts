import { createHash } from "node:crypto";
import { emit } from "@letterpress/db/events";
import { uuidv7 } from "@letterpress/db/uuidv7";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { type Asset, originalUrl, toAsset } from "./asset.ts";

interface Upload {
  filename: string;
  bytes: Uint8Array;
  alt?: string;
}

/** Fails unless the actor may upload; asked before the first byte of an upload is taken. */
export function requireMayUpload(actor: Actor): void {
  if (isAllowed(actor, "assets.write")) return;
  if (actor.kind === "nobody") fail("NOT_SIGNED_IN");
  fail("NOT_ALLOWED", { permission: "assets.write" });
}

/**
 * Keeps a picture, written again without what was hidden in its file, and its variants. Files are written before the
 * row, so that a row never names a file that is not there. Throws `UPLOAD_NOT_AN_IMAGE`, `NOT_SIGNED_IN` and `NOT_ALLOWED`.
 */
export async function createAsset(deps: Deps, actor: Actor, upload: Upload): Promise<Asset> {
  requireMayUpload(actor);
  const image = await deps.images.process(upload.bytes);
  const id = uuidv7();
  const url = originalUrl(id, image.mimeType);
  const key = (address: string) => address.slice("/media/".length);
  let isDecided = false;
  try {
    // At once, for each waits for the disk; all of them are done before any is removed.
    const writes = await Promise.allSettled([
      deps.storage.write(key(url), image.original),
      ...image.variants.map((variant) => deps.storage.write(`${id}/${variant.name}`, variant.bytes)),
    ]);
    for (const write of writes) if (write.status === "rejected") throw write.reason;
    return await withTx(deps.db, async (tx) => {
      const row = await tx.asset.create({
        data: {
          id,
          filename: storable(upload.filename.slice(0, 255)),
          mimeType: image.mimeType,
          size: image.original.byteLength,
          sha256: createHash("sha256").update(image.original).digest("hex"),
          width: image.width,
          height: image.height,
          alt: storable(upload.alt ?? ""),
          placeholder: image.placeholder,
          variants: image.variants.map(({ name, width, height, mimeType }) => ({
            url: `/media/${id}/${name}`,
            width,
            height,
            mimeType,
          })),
          createdById: actor.kind === "user" ? actor.userId : null,
          createdAt: deps.clock(),
        },
      });
      await emit(tx, eventActor(actor), { name: "asset.created", assetId: id });
      isDecided = true;
      return toAsset(row);
    });
  } catch (error) {
    // Once the commit is on its way nobody can tell whether the row will be there: an orphan beats a missing picture.
    if (!isDecided) await deps.storage.removeAll(id);
    throw error;
  }
}

/** Without what PostgreSQL keeps in no text; names and descriptions also come from imports. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
