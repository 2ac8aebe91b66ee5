import { Prisma } from "../generated/client.ts";
import type { Branch } from "./branches-sql.ts";
import type { Place } from "./condition.ts";
import { fieldsSql } from "./fields-sql.ts";

/** From `backlink` on, a backlink of the branch with the number that is added. */
export const kinds = { page: 0, included: 1, total: 2, named: 3, backlink: 4 } as const;

/** A row as it comes: {@link rowsAsJson} says what is in it. */
export interface StatementRow {
  json: string;
}

/**
 * Each row as one JSON text: `[[kind, place, entryId, type, slug, publishedAt, updatedAt, value, at], fields]`. Node parses
 * that faster than the driver reads columns; one text of all rows would be too long to be cheap to throw away.
 */
export function rowsAsJson(rows: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`SELECT '[' || json_build_array(kind, place, entry_id, type, slug, published_at, updated_at, value, at)
      || ',' || coalesce(fields, 'null') || ']' AS json
    FROM (${Prisma.join(rows, " UNION ALL ")}) rows`;
}

/**
 * An id that was looked for is given also where nothing of the type is published under it. Beyond `shown` entries, no
 * fields are read.
 */
export function pageRows(
  { type, locale }: Place,
  names: string[] | undefined,
  shown: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.page)} AS kind, page.place, page.entry_id, p.type, p.slug, p.published_at, p.updated_at,
      CASE WHEN page.place <= ${shown} THEN ${fieldsSql(names)} END AS fields, page.value, page.at
    FROM page LEFT JOIN published_entry p
      ON p.entry_id = page.entry_id AND p.type = ${type} AND p.locale = ${locale}`;
}

/** Of entries as `includedSql` gives them; the place is their size. */
export function includedRows(entries: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.included)}, length(fields), entry_id, type, slug, published_at, updated_at, fields, NULL, NULL
    FROM (${entries}) entries`;
}

/** The value is the id of the entry that it points at. */
export function backlinkRows({ name }: Branch, index: number): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.backlink + index)}, place, id, NULL, NULL, NULL, NULL, NULL, target::text, NULL
    FROM ${name}`;
}

/** The place is the total. */
export function totalRow(total: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.total)}, (${total}), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL`;
}

export function namedRow({ type, slug }: { type: string; slug: string }, locale: string): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.named)}, NULL, t.entry_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM published_entry t WHERE t.type = ${type} AND t.locale = ${locale} AND t.slug = ${slug}`;
}

function raw(kind: number): Prisma.Sql {
  return Prisma.raw(String(kind));
}
