import { Prisma } from "../generated/client.ts";
import type { Branch } from "./branches-sql.ts";
import { nameSql } from "./name-sql.ts";

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

/** Of `looked`, which is all of the page. */
export const pageRows = Prisma.sql`SELECT ${raw(kinds.page)} AS kind, place, entry_id, type, slug, published_at, updated_at,
    fields::text AS fields, value, at
  FROM looked`;

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
    FROM published_entry t WHERE t.type = ${nameSql(type)} AND t.locale = ${nameSql(locale)} AND t.slug = ${slug}`;
}

function raw(kind: number): Prisma.Sql {
  return Prisma.raw(String(kind));
}
