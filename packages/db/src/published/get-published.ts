import type { Db } from "../create-db.ts";
import { Prisma } from "../generated/client.ts";
import type { Place } from "./condition.ts";
import { publishedColumns } from "./published-columns.ts";
import type { PublishedRow } from "./published-row.ts";

type EntryKey = Place & ({ slug: string } | { entryId: string });

/**
 * One published entry by its id or slug, in one statement; a second one looks for a slug that it had before. What is
 * published under a slug comes before what once was. With `names`, only these fields are read.
 */
export async function getPublished(db: Db, key: EntryKey, names?: string[]): Promise<PublishedRow | null> {
  const { type, locale } = key;
  const which =
    "slug" in key ? Prisma.sql`p.slug = ${key.slug}` : Prisma.sql`p.entry_id = ${key.entryId}::uuid`;
  const [row] = await db.$queryRaw<PublishedRow[]>`
    SELECT ${publishedColumns(names)} FROM published_entry p
    WHERE p.type = ${type} AND p.locale = ${locale} AND ${which}`;
  return row ?? ("slug" in key ? getRedirected(db, key, names) : null);
}

async function getRedirected(
  db: Db,
  { type, locale, slug }: Place & { slug: string },
  names?: string[],
): Promise<PublishedRow | null> {
  const [row] = await db.$queryRaw<PublishedRow[]>`
    SELECT ${publishedColumns(names)}
    FROM redirect r JOIN published_entry p ON p.entry_id = r.entry_id
    WHERE r.type = ${type} AND r.locale = ${locale} AND r.slug = ${slug}`;
  return row ?? null;
}
