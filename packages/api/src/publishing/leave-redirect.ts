import type { Tx } from "@letterpress/db/with-tx";

interface PublishedAt {
  type: string;
  locale: string;
  slug: string;
  entryId: string;
}

/**
 * Before an entry is published under `slug`: its old address leads to it from now on, and what led from the new one
 * elsewhere ends, as a redirect must not stand where a page is.
 */
export async function leaveRedirect(tx: Tx, { entryId, type, locale, slug }: PublishedAt): Promise<void> {
  const before = await tx.publishedEntry.findUnique({ where: { entryId }, select: { slug: true } });
  await tx.redirect.deleteMany({ where: { type, locale, slug } });
  if (!before || before.slug === slug) return;
  const old = { type, locale, slug: before.slug };
  await tx.redirect.upsert({
    where: { type_locale_slug: old },
    create: { ...old, entryId },
    update: { entryId },
  });
}
