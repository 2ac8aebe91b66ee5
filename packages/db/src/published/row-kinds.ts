import { Prisma } from "../generated/client.ts";
import type { Branch } from "./branches-sql.ts";
import { nameSql } from "./name-sql.ts";

/** From `backlink` on, a backlink of the branch with the number that is added. */
export const kinds = { page: 0, included: 1, total: 2, named: 3, backlink: 4 } as const;

/** A row as it comes: {@link rowsAsJson} says what is in it. */
export interface StatementRow {
  head: string;
  text: string | null;
}

/**
 * Each row as two texts: its head, `[kind, place, entryId, type, slug, publishedAt, updatedAt, value, at, version, shape, links]`,
 * which Node parses faster than the driver reads columns, and the fields, which are passed on as they are where that is
 * possible. One text of all rows would be too long to be cheap to throw away.
 */
export function rowsAsJson(rows: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`SELECT json_build_array(kind, place, entry_id, type, slug, published_at, updated_at, value, at, version, shape, links)::text
      AS head, text
    FROM (${Prisma.join(rows, " UNION ALL ")}) rows`;
}

/** Of `looked`, which is all of the page. */
export const pageRows = Prisma.sql`SELECT ${raw(kinds.page)} AS kind, place, entry_id, type, slug, published_at, updated_at,
    value, at, version, shape, links, text
  FROM looked`;

/** Of entries as `includedSql` gives them; the place is their size. */
export function includedRows(entries: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.included)}, length(text), entry_id, type, slug, published_at, updated_at,
      NULL, NULL, version, shape, links, text
    FROM (${entries}) entries`;
}

/** The value is the id of the entry that it points at. */
export function backlinkRows({ name }: Branch, index: number): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.backlink + index)}, place, id, NULL, NULL, NULL, NULL, target::text, NULL, NULL, NULL, NULL, NULL
    FROM ${name}`;
}

/** The place is the total. */
export function totalRow(total: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.total)}, (${total}), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL`;
}

export function namedRow({ type, slug }: { type: string; slug: string }, locale: string): Prisma.Sql {
  return Prisma.sql`SELECT ${raw(kinds.named)}, NULL, t.entry_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM published_entry t WHERE t.type = ${nameSql(type)} AND t.locale = ${nameSql(locale)} AND t.slug = ${slug}`;
}

function raw(kind: number): Prisma.Sql {
  return Prisma.raw(String(kind));
}
