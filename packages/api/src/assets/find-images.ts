import type { DbOrTx } from "@letterpress/db/create-db";
import type { Image } from "@letterpress/model/fields/image";
import { isImageRow, toImage } from "./asset.ts";

/** What readers get of these pictures, by id; those that do not exist or are no pictures are left out. */
export async function findImages(db: DbOrTx, ids: string[]): Promise<Map<string, Image>> {
  if (ids.length === 0) return new Map();
  const rows = await db.asset.findMany({ where: { id: { in: ids }, kind: "image" } });
  return new Map(rows.filter(isImageRow).map((row) => [row.id, toImage(row)]));
}
