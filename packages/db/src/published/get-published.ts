import type { Db } from "../create-db.ts";
import type { PublishedRow } from "./published-row.ts";

interface Place {
  type: string;
  locale: string;
}

const select = {
  entryId: true,
  type: true,
  slug: true,
  publishedAt: true,
  updatedAt: true,
  fields: true,
} as const;

/**
 * One published entry by its id or slug, in one statement; a second one looks for a slug that it had before. What is
 * published under a slug comes before what once was.
 */
export async function getPublished(
  db: Db,
  where: Place & ({ slug: string } | { entryId: string }),
): Promise<PublishedRow | null> {
  const row = await db.publishedEntry.findFirst({ where, select });
  return row ?? ("slug" in where ? getRedirected(db, where) : null);
}

async function getRedirected(
  db: Db,
  { type, locale, slug }: Place & { slug: string },
): Promise<PublishedRow | null> {
  const [row] = await db.$queryRaw<PublishedRow[]>`
    SELECT p.entry_id AS "entryId", p.type, p.slug, p.published_at AS "publishedAt",
      p.updated_at AS "updatedAt", p.fields
    FROM redirect r JOIN published_entry p ON p.entry_id = r.entry_id
    WHERE r.type = ${type} AND r.locale = ${locale} AND r.slug = ${slug}`;
  return row ?? null;
}
