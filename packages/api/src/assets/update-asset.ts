import { emit } from "@letterpress/db/events";
import { replacePublishedImage } from "@letterpress/db/replace-published-image";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Image } from "@letterpress/model/fields/image";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { type Asset, toAsset, toImage } from "./asset.ts";
import { ownAssets } from "./own-assets.ts";

interface AssetChange {
  id: string;
  alt?: string | undefined;
  focalPoint?: { x: number; y: number } | undefined;
}

/**
 * Changes what is said of a picture, in the published entries that show it in a picture field too. Throws
 * `ASSET_MISSING`.
 */
export async function updateAsset(deps: Deps, actor: Actor, change: AssetChange): Promise<Asset> {
  return withTx(deps.db, async (tx) => {
    const { count } = await tx.asset.updateMany({
      where: { ...ownAssets(actor), id: change.id },
      data: {
        ...(change.alt === undefined ? {} : { alt: change.alt }),
        ...(change.focalPoint ? { focalX: change.focalPoint.x, focalY: change.focalPoint.y } : {}),
      },
    });
    if (count === 0) return fail("ASSET_MISSING");
    const row = await tx.asset.findUniqueOrThrow({ where: { id: change.id } });
    if (isAllowed(actor, "entries.publish")) await refreshPublished(deps, tx, toImage(row));
    await emit(tx, eventActor(actor), { name: "asset.updated", assetId: row.id });
    return toAsset(row);
  });
}

/** Only who may publish changes what readers see; by anybody else it shows when the entry is published again. */
async function refreshPublished(deps: Deps, tx: Tx, image: Image): Promise<void> {
  for (const type of Object.values(deps.model))
    for (const [field, { kind }] of Object.entries(type.fields))
      if (kind === "image")
        await replacePublishedImage(tx, { type: type.name, field, assetId: image.id }, image);
}
