import type { DbOrTx } from "@letterpress/db/create-db";
import type { ContentModel } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { linkFacets } from "../facets/facets-of.ts";
import { requireType } from "../model/require-type.ts";

const pagesMax = 50;

interface AffectedPages {
  pages: { path: string; title: string }[];
  morePages: number;
}

/** The pages of published entries that refer to an entry, the newest first. */
export async function affectedPages(
  db: DbOrTx,
  model: ContentModel,
  entryId: string,
): Promise<AffectedPages> {
  const withPages = Object.values(model).filter(({ path }) => path !== null);
  const where = {
    field: linkFacets.entries,
    value: entryId,
    entryId: { not: entryId },
    type: { in: withPages.map(({ name }) => name) },
  };
  const facets = await db.facet.findMany({
    where,
    select: { type: true, entry: { select: { slug: true, title: true } } },
    orderBy: [{ publishedAt: "desc" }, { entryId: "desc" }],
    take: pagesMax,
  });
  const pages = facets.flatMap(({ type, entry: { slug, title } }) => {
    const path = entryPath(requireType(model, type), slug);
    return path === null ? [] : [{ path, title }];
  });
  const count = facets.length < pagesMax ? facets.length : await db.facet.count({ where });
  return { pages, morePages: count - facets.length };
}
