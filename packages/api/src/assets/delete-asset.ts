import { entriesUsingAsset } from "@letterpress/db/assets-in-use";
import { emit } from "@letterpress/db/events";
import { lockAsset } from "@letterpress/db/lock-rows";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { fail } from "../errors.ts";
import { linkFacets } from "../facets/facets-of.ts";
import { removeFiles } from "./remove-files.ts";

/** Deletes an asset, its files after its row. Throws `ASSET_MISSING`, and `ASSET_IN_USE` with the entries. */
export async function deleteAsset(deps: Deps, actor: Actor, input: { id: string }): Promise<void> {
  await withTx(deps.db, async (tx) => {
    await lockAsset(tx, input.id);
    const row = await tx.asset.findFirst({
      where: { id: input.id },
      select: { id: true, filename: true },
    });
    if (!row) return fail("ASSET_MISSING");
    const by = await entriesUsingAsset(tx, row.id, linkFacets.assets);
    if (by.length > 0) return fail("ASSET_IN_USE", { by });
    await tx.asset.delete({ where: { id: row.id } });
    const since = deps.clock();
    await tx.unsettledFiles.upsert({
      where: { assetId: row.id },
      create: { assetId: row.id, since },
      update: { since },
    });
    emit(tx, eventActor(actor), { name: "asset.deleted", assetId: row.id, filename: row.filename });
  });
  await removeFiles(deps, input.id);
}
