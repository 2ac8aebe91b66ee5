import type { DbOrTx } from "../create-db.ts";
import { Prisma } from "../generated/client.ts";
import type { Place } from "./condition.ts";
import { publishedColumns } from "./published-columns.ts";
import type { PublishedRow } from "./published-row.ts";

type EntryKey = Place & ({ slug: string } | { entryId: string });

/**
 * One published entry by its id or slug, in one statement: what is published under a slug now comes before what once
 * was. With `names`, only these fields are read.
 */
export async function getPublished(
  db: DbOrTx,
  key: EntryKey,
  names?: string[],
): Promise<PublishedRow | null> {
  const { type, locale } = key;
  const [row] = await db.$queryRaw<PublishedRow[]>`
    SELECT ${publishedColumns(names)} FROM published_entry p
    WHERE p.type = ${type} AND p.locale = ${locale} AND p.entry_id = ${idOf(key)}`;
  return row ?? null;
}

function idOf(key: EntryKey): Prisma.Sql {
  if ("entryId" in key) return Prisma.sql`${key.entryId}::uuid`;
  const { type, locale, slug } = key;
  return Prisma.sql`COALESCE(
    (SELECT n.entry_id FROM published_entry n WHERE n.type = ${type} AND n.locale = ${locale} AND n.slug = ${slug}),
    (SELECT r.entry_id FROM redirect r WHERE r.type = ${type} AND r.locale = ${locale} AND r.slug = ${slug}))`;
}
