import type { DbOrTx } from "./create-db.ts";

/**
 * The entries whose draft or published fields name this asset, in a picture field or inside markdown; 20 at most.
 * Reads every entry: for the rare moment before an asset is deleted.
 */
export function entriesUsingAsset(
  db: DbOrTx,
  assetId: string,
): Promise<{ type: string; id: string; title: string }[]> {
  const pattern = `%${assetId}%`;
  return db.$queryRaw`
    SELECT e.type, e.id, e.title FROM entry e LEFT JOIN published_entry p ON p.entry_id = e.id
    WHERE e.fields::text LIKE ${pattern} OR p.fields::text LIKE ${pattern}
    ORDER BY e.id LIMIT 20`;
}
