import type { DbOrTx } from "./create-db.ts";
import { entriesToCome } from "./entries-to-come.ts";

interface EntryUsing {
  type: string;
  id: string;
  title: string;
}

const most = 20;

/**
 * The entries, those in the bin aside, whose draft, published fields or revision to come name this asset, at any depth or
 * inside markdown; 20 at most. Published entries are found by the facet of this name; where they are fewer, every draft
 * is read: for the rare moment before an asset is deleted.
 */
export async function entriesUsingAsset(db: DbOrTx, assetId: string, facet: string): Promise<EntryUsing[]> {
  const published = await db.$queryRaw<EntryUsing[]>`
    SELECT e.type, e.id, e.title FROM facet f JOIN entry e ON e.id = f.entry_id
    WHERE f.field = ${facet} AND f.value = ${assetId} ORDER BY e.id LIMIT ${most}`;
  if (published.length === most) return published;
  const toCome = await entriesToCome(db, assetId, most);
  const drafts = await db.$queryRaw<EntryUsing[]>`
    SELECT type, id, title FROM entry
    WHERE id = ANY(${toCome}::uuid[]) OR (deleted_at IS NULL AND fields::text LIKE ${`%${assetId}%`})
    ORDER BY id LIMIT ${most}`;
  const all = [...published, ...drafts];
  return [...new Map(all.map((entry) => [entry.id, entry])).values()].slice(0, most);
}
