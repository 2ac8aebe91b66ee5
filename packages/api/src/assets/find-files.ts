import type { DbOrTx } from "@letterpress/db/create-db";
import type { StoredFile } from "@letterpress/model/fields/file";
import { toFile } from "./asset.ts";

/** What readers get of these assets as files to download, by id; those that do not exist are left out. */
export async function findFiles(db: DbOrTx, ids: string[]): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const rows = await db.asset.findMany({
    where: { id: { in: ids } },
    select: { id: true, filename: true, mimeType: true, size: true },
  });
  return new Map(rows.map((row) => [row.id, toFile(row)]));
}
