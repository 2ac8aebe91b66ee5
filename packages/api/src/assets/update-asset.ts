import { emit } from "@letterpress/db/events";
import { replacePublishedImage } from "@letterpress/db/replace-published-image";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Image } from "@letterpress/model/fields/image";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { linkFacets } from "../facets/facets-of.ts";
import { type Asset, isImageRow, toAsset, toImage } from "./asset.ts";
import { imagePlaces } from "./image-places.ts";
import { ownAssets } from "./own-assets.ts";

interface AssetChange {
  id: string;
  alt?: string | undefined;
  focalPoint?: { x: number; y: number } | undefined;
}

/**
 * Changes what is said of a picture, in the published entries that show it in a picture field too. Throws
 * `ASSET_MISSING`, and `BAD_INPUT` where the asset is no picture.
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
    if (!isImageRow(row))
      return fail("BAD_INPUT", {
        issues: [{ path: "id", message: "Only pictures have a description and a focal point." }],
      });
    if (isAllowed(actor, "entries.publish")) await refreshPublished(deps, tx, toImage(row));
    emit(tx, eventActor(actor), { name: "asset.updated", assetId: row.id, filename: row.filename });
    return toAsset(row);
  });
}

/** Only who may publish changes what readers see; by anybody else it shows when the entry is published again. */
async function refreshPublished(deps: Deps, tx: Tx, image: Image): Promise<void> {
  for (const type of Object.values(deps.model)) {
    const place = imagePlaces(type.fields);
    if (!place) continue;
    const where = { type: type.name, place, assetId: image.id, facet: linkFacets.assets };
    await replacePublishedImage(tx, where, image);
  }
}
