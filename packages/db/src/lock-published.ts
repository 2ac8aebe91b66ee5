import type { Tx } from "./with-tx.ts";

export interface LockedPublished {
  slug: string;
  version: number;
  schemaVersion: number;
  publishedAt: Date;
  updatedAt: Date;
}

/**
 * What readers see of an entry, kept from being published, unpublished or deleted until the transaction ends; `null`
 * when it is not published. The lock is the one that publishing takes, so that both take their turns, and entries that
 * refer to each other do not wait in a circle.
 */
export async function lockPublished(tx: Tx, entryId: string): Promise<LockedPublished | null> {
  await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${entryId}::uuid FOR NO KEY UPDATE`;
  // A statement of its own: it sees what was committed while the first one waited.
  return tx.publishedEntry.findUnique({
    where: { entryId },
    select: { slug: true, version: true, schemaVersion: true, publishedAt: true, updatedAt: true },
  });
}
