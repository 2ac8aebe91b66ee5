import { emit } from "@letterpress/db/events";
import type { Prisma } from "@letterpress/db/generated/client";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Image } from "@letterpress/model/fields/image";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
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
    await refreshPublished(deps, tx, toImage(row));
    await emit(tx, eventActor(actor), { name: "asset.updated", assetId: row.id });
    return toAsset(row);
  });
}

async function refreshPublished(deps: Deps, tx: Tx, image: Image): Promise<void> {
  const imageFields = Object.values(deps.model).flatMap((type) =>
    Object.entries(type.fields).flatMap(([field, { kind }]) =>
      kind === "image" ? [{ type: type.name, field }] : [],
    ),
  );
  if (imageFields.length === 0) return;
  const facets = await tx.facet.findMany({
    where: { value: image.id, OR: imageFields },
    select: { field: true, entryId: true, entry: { select: { fields: true } } },
    orderBy: { entryId: "asc" },
  });
  const changed = new Map<string, Record<string, unknown>>();
  for (const { entryId, field, entry } of facets)
    changed.set(entryId, { ...(changed.get(entryId) ?? (entry.fields as object)), [field]: image });
  for (const [entryId, fields] of changed)
    await tx.publishedEntry.update({
      where: { entryId },
      data: { fields: fields as Prisma.InputJsonObject },
      select: { entryId: true },
    });
}
