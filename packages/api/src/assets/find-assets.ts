import type { DbOrTx } from "@letterpress/db/create-db";
import type { StoredFile } from "@letterpress/model/fields/file";
import type { Image } from "@letterpress/model/fields/image";
import { isImageRow, toFile, toImage } from "./asset.ts";

interface FoundAssets {
  /** Those that are pictures, as pictures. */
  images: Map<string, Image>;
  /** All of them, as files to download. */
  files: Map<string, StoredFile>;
}

/** What readers get of these assets, by id; those that do not exist are left out. */
export async function findAssets(db: DbOrTx, ids: string[]): Promise<FoundAssets> {
  const rows = ids.length === 0 ? [] : await db.asset.findMany({ where: { id: { in: ids } } });
  return {
    images: new Map(rows.filter(isImageRow).map((row) => [row.id, toImage(row)])),
    files: new Map(rows.map((row) => [row.id, toFile(row)])),
  };
}
