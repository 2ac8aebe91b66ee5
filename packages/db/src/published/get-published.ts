import type { Db } from "../create-db.ts";
import type { PublishedRow } from "./published-row.ts";

/** One published entry by its slug or id, in one statement. */
export function getPublished(
  db: Db,
  where: { type: string; locale: string } & ({ slug: string } | { entryId: string }),
): Promise<PublishedRow | null> {
  return db.publishedEntry.findFirst({
    where,
    select: { entryId: true, type: true, slug: true, publishedAt: true, updatedAt: true, fields: true },
  });
}
