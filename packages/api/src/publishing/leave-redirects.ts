import type { Tx } from "@letterpress/db/with-tx";
import { mainLocale } from "../model/main-locale.ts";
import type { PreparedPublish } from "./prepare-publish.ts";

/**
 * Before entries are published: their old addresses lead to them from now on. Also frees the slugs that they give up,
 * so that entries can swap theirs. Gives the slug that each had which gets another one, by entry.
 */
export async function leaveRedirects(tx: Tx, entries: PreparedPublish[]): Promise<Map<string, string>> {
  const before = new Map(
    (
      await tx.publishedEntry.findMany({
        where: { entryId: { in: entries.map(({ row }) => row.id) } },
        select: { entryId: true, slug: true },
      })
    ).map((row) => [row.entryId, row.slug]),
  );
  const moved = entries.flatMap(({ type, row, slug }) => {
    const old = before.get(row.id);
    return old === undefined || old === slug ? [] : [{ type: type.name, entryId: row.id, slug: old }];
  });
  for (const { type, slug, entryId } of moved) {
    const old = { type, locale: mainLocale, slug };
    await tx.redirect.upsert({
      where: { type_locale_slug: old },
      create: { ...old, entryId },
      update: { entryId },
    });
  }
  for (const { entryId } of entries.length > 1 ? moved : [])
    await tx.publishedEntry.update({
      where: { entryId },
      data: { slug: entryId },
      select: { entryId: true },
    });
  return new Map(moved.map(({ entryId, slug }) => [entryId, slug]));
}
