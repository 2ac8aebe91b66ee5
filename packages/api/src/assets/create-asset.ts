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
 * Keeps a picture with its variants. Files are written before the row, so that a row never names a file that is not
 * there. Throws `UPLOAD_NOT_AN_IMAGE`, `NOT_SIGNED_IN` and `NOT_ALLOWED`.
 */
export async function createAsset(deps: Deps, actor: Actor, upload: Upload): Promise<Asset> {
  requireMayUpload(actor);
  const image = await deps.images.process(upload.bytes);
  const id = uuidv7();
  const url = originalUrl(id, image.mimeType);
  const key = (address: string) => address.slice("/media/".length);
  try {
    await deps.storage.write(key(url), upload.bytes);
    for (const variant of image.variants) await deps.storage.write(`${id}/${variant.name}`, variant.bytes);
    return await withTx(deps.db, async (tx) => {
      const row = await tx.asset.create({
        data: {
          id,
          filename: upload.filename.slice(0, 255),
          mimeType: image.mimeType,
          size: upload.bytes.byteLength,
          sha256: createHash("sha256").update(upload.bytes).digest("hex"),
          width: image.width,
          height: image.height,
          alt: upload.alt ?? "",
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
      return toAsset(row);
    });
  } catch (error) {
    await deps.storage.removeAll(id);
    throw error;
  }
}
