import type { DbOrTx } from "@letterpress/db/create-db";
import { mainLocale } from "../model/main-locale.ts";
import type { CheckedRevision } from "../publishing/prepare-publish.ts";

/**
 * The revisions that cannot be published together, once `unpublished` are not any more, because another entry has the
 * slug and keeps it. Slugs that entries of the same release give up are free.
 */
export async function takenSlugs(
  db: DbOrTx,
  revisions: CheckedRevision[],
  unpublished: ReadonlySet<string>,
): Promise<CheckedRevision[]> {
  const published = await db.publishedEntry.findMany({
    where: { locale: mainLocale, slug: { in: revisions.map(({ slug }) => slug) } },
    select: { entryId: true, type: true, slug: true },
  });
  const moving = new Set(revisions.map(({ row }) => row.id));
  const holders = new Map(
    published
      .filter(({ entryId }) => !unpublished.has(entryId) && !moving.has(entryId))
      .map(({ entryId, type, slug }) => [`${type}/${slug}`, entryId]),
  );
  return revisions.filter(({ type, slug, row }) => {
    const address = `${type.name}/${slug}`;
    if (holders.has(address)) return true;
    // Two of them cannot have one slug either.
    holders.set(address, row.id);
    return false;
  });
}
