import type { Tx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import { mainLocale } from "../model/main-locale.ts";

/** Slugs that an entry had lead to it, where neither a page nor another redirect stands in their place. */
export async function bringRedirects(
  tx: Tx,
  { id, type }: { id: string; type: ContentType },
  slugs: string[],
): Promise<void> {
  const place = { type: type.name, locale: mainLocale };
  const pages = await tx.publishedEntry.findMany({
    where: { ...place, slug: { in: slugs } },
    select: { slug: true },
  });
  const taken = new Set(pages.map(({ slug }) => slug));
  const free = slugs.filter((slug) => !taken.has(slug));
  await tx.redirect.createMany({
    data: free.map((slug) => ({ ...place, slug, entryId: id })),
    skipDuplicates: true,
  });
}
