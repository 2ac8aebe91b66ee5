import type { Tx } from "./with-tx.ts";

/**
 * Writes what is known of a picture into the published entries that show it in this field. One statement that changes
 * one key of rows that still name the asset: an entry that is published at the same time keeps what that wrote.
 */
export async function replacePublishedImage(
  tx: Tx,
  where: { type: string; field: string; assetId: string },
  image: object,
): Promise<void> {
  const { type, field, assetId } = where;
  await tx.$executeRaw`
    UPDATE published_entry p SET fields = jsonb_set(p.fields, ARRAY[${field}], ${JSON.stringify(image)}::jsonb)
    WHERE p.type = ${type} AND p.fields -> ${field} ->> 'id' = ${assetId}
      AND p.entry_id IN (
        SELECT f.entry_id FROM facet f WHERE f.type = ${type} AND f.field = ${field} AND f.value = ${assetId})`;
}
