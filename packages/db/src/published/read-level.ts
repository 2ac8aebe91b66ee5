import type { DbOrTx } from "../create-db.ts";
import { Prisma } from "../generated/client.ts";
import { publishedColumns } from "./published-columns.ts";
import type { PublishedRow } from "./published-row.ts";

/** Entries of `type` whose field `field` points at one of `targets`: at most `limit` for each of those, by date. */
export interface Backlinks {
  type: string;
  field: string;
  targets: string[];
  limit: number;
  descending: boolean;
}

/** What is included at one level of a request. */
export interface Level {
  locale: string;
  /** Entries that references point at. */
  ids: string[];
  backlinks: Backlinks[];
  /** Fields to read; all of them unless told. */
  names?: string[];
}

export interface LevelRow extends PublishedRow {
  /** Which of `backlinks` it belongs to; null for an entry of `ids`. */
  backlink: number | null;
  /** The entry that it points at. */
  target: string | null;
}

/** Everything of a level in one statement, whatever the number of entries. Only what is published is in it. */
export async function readLevel(db: DbOrTx, { locale, ids, backlinks, names }: Level): Promise<LevelRow[]> {
  const columns = publishedColumns(names);
  const parts = [
    ...(ids.length === 0
      ? []
      : [
          Prisma.sql`SELECT ${columns}, NULL::int AS backlink, NULL::text AS target, 0::bigint AS place
            FROM published_entry p WHERE p.entry_id = ANY(${ids}::uuid[]) AND p.locale = ${locale}`,
        ]),
    ...backlinks.map((backlink, index) => backlinksSql(locale, backlink, index, columns)),
  ];
  if (parts.length === 0) return [];
  return db.$queryRaw<LevelRow[]>`${Prisma.join(parts, " UNION ALL ")} ORDER BY backlink, place`;
}

function backlinksSql(locale: string, backlink: Backlinks, index: number, columns: Prisma.Sql): Prisma.Sql {
  const { type, field, targets, limit, descending } = backlink;
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`SELECT ${columns}, ${index}::int AS backlink, wanted.target, found.place
    FROM unnest(${targets}::text[]) AS wanted (target)
    CROSS JOIN LATERAL (
      SELECT f.entry_id, row_number() OVER () AS place FROM (
        SELECT o.entry_id FROM facet o
        WHERE o.type = ${type} AND o.locale = ${locale} AND o.field = ${field} AND o.value = wanted.target
        ORDER BY o.published_at ${direction}, o.entry_id ${direction} LIMIT ${limit}) f) found
    JOIN published_entry p ON p.entry_id = found.entry_id`;
}
