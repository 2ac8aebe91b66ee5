import { emit } from "@letterpress/db/events";
import type { Prisma } from "@letterpress/db/generated/client";
import { uuidv7 } from "@letterpress/db/uuidv7";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Asset, originalUrl, toAsset } from "./asset.ts";
import { removeFiles } from "./remove-files.ts";

interface Columns {
  size: number;
  sha256: string;
  width?: number;
  height?: number;
  alt?: string;
  focalX?: number;
  focalY?: number;
  placeholder?: string;
  variants?: Prisma.InputJsonArray;
}

interface NewAsset {
  /** Of an asset that comes from elsewhere; a new one unless told. */
  id?: string;
  createdAt?: Date;
  kind: Asset["kind"];
  filename: string;
  mimeType: string;
  /** Writes the files, the original through `store`, and tells what is known of them then. */
  write(
    store: (original: Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>,
    id: string,
  ): Promise<Columns>;
}

/**
 * Writes an asset's files, then its row, so that a row never names a file that is not there. What fails on the way
 * leaves nothing.
 */
export async function storeAsset(deps: Deps, actor: Actor, asset: NewAsset): Promise<Asset> {
  const { kind, mimeType, filename } = asset;
  const { id = uuidv7(), createdAt = deps.clock() } = asset;
  const key = originalUrl(id, mimeType).slice("/media/".length);
  let isDecided = false;
  // An import that was killed has said so before, and is run again.
  const since = deps.clock();
  await deps.db.unsettledFiles.upsert({
    where: { assetId: id },
    create: { assetId: id, since },
    update: { since },
  });
  try {
    const columns = await asset.write((original) => deps.storage.write(key, original), id);
    return await withTx(deps.db, async (tx) => {
      const row = await tx.asset.create({
        data: {
          ...columns,
          alt: storable(columns.alt ?? ""),
          id,
          kind,
          mimeType,
          filename: storable(filename.slice(0, 255)),
          createdById: actor.kind === "user" ? actor.userId : null,
          createdAt,
        },
      });
      await tx.unsettledFiles.delete({ where: { assetId: id } });
      emit(tx, eventActor(actor), { name: "asset.created", assetId: id, filename: row.filename });
      isDecided = true;
      return toAsset(row);
    });
  } catch (error) {
    // Once the commit is on its way nobody can tell whether the row will be there: files too many beat a missing picture.
    if (!isDecided) await removeFiles(deps, id);
    throw error;
  }
}

/** Without what PostgreSQL keeps in no text; names and descriptions also come from imports. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
