import type { DbOrTx } from "@letterpress/db/create-db";
import type { ContentType } from "@letterpress/model/content-type";
import { linkedIds } from "../publishing/linked-ids.ts";
import type { FileNames } from "./file-fields.ts";
import { assetFileName, assetsFolder } from "./file-names.ts";

/** The names of all that these drafts of a type point at. */
export async function findNames(
  db: DbOrTx,
  type: ContentType,
  drafts: Readonly<Record<string, unknown>>[],
): Promise<FileNames> {
  const linked = drafts.map((fields) => linkedIds(type, fields));
  const idsOf = (ids: string[]) => [...new Set(ids)];
  const entryIds = idsOf(linked.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const assetIds = idsOf(linked.flatMap(({ assets }) => assets.map(({ id }) => id)));
  const entries = await db.entry.findMany({
    where: { id: { in: entryIds }, deletedAt: null },
    select: { id: true, type: true, slug: true, published: { select: { slug: true } } },
  });
  const assets = await db.asset.findMany({
    where: { id: { in: assetIds } },
    select: { id: true, filename: true },
  });
  const entryNames = new Map(
    entries.map(({ id, type: of, slug, published }) => [id, `${of}/${published?.slug ?? slug}`]),
  );
  const assetNames = new Map(assets.map((asset) => [asset.id, `${assetsFolder}/${assetFileName(asset)}`]));
  return { entry: (id) => entryNames.get(id), asset: (id) => assetNames.get(id) };
}
