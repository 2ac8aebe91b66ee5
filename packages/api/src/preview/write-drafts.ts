import { lockEntries } from "@letterpress/db/lock-rows";
import type { Tx } from "@letterpress/db/with-tx";
import { findAssets } from "../assets/find-assets.ts";
import { mainLocale } from "../model/main-locale.ts";
import { linkedIds } from "../publishing/linked-ids.ts";
import type { PreparedPublish } from "../publishing/prepare-publish.ts";
import { writePublished } from "../publishing/write-published.ts";

/**
 * Writes drafts as publishing would, for a transaction that is rolled back: what is missing is left out, and a slug
 * that something published has is taken from it.
 */
export async function writeDrafts(tx: Tx, drafts: PreparedPublish[], now: Date): Promise<void> {
  // In the order of publishing: entries before what is published of them.
  const locked = await lockEntries(
    tx,
    drafts.map(({ row }) => row.id),
  );
  const there = drafts.filter(({ row }) => locked.get(row.id)?.deletedAt === null);
  await freeSlugs(tx, there);
  for (const { type, row, slug, title, version, fields, texts } of there) {
    const ids = linkedIds(type, fields).assets.map(({ id }) => id);
    const assets = await findAssets(tx, ids);
    await writePublished(tx, type, {
      entryId: row.id,
      slug,
      title,
      version,
      fields,
      shown: { texts, ...assets },
      publishedAt: row.firstPublishedAt ?? now,
      updatedAt: now,
    });
  }
}

/** A slug may still be that of another page, whose draft has moved on to a different one. */
async function freeSlugs(tx: Tx, drafts: PreparedPublish[]): Promise<void> {
  const taken = await tx.publishedEntry.findMany({
    where: {
      OR: drafts.map(({ type, slug, row }) => ({
        type: type.name,
        locale: mainLocale,
        slug,
        entryId: { not: row.id },
      })),
    },
    select: { entryId: true },
  });
  for (const { entryId } of taken)
    await tx.publishedEntry.updateMany({ where: { entryId }, data: { slug: entryId } });
}
