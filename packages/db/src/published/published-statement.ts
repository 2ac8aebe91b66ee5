import { Prisma } from "../generated/client.ts";
import { type Branch, branchesSql } from "./branches-sql.ts";
import type { Condition, Place } from "./condition.ts";
import { countSql } from "./count-sql.ts";
import { type EntryKey, entryIdSql } from "./entry-key.ts";
import { fieldsSql } from "./fields-sql.ts";
import { type Bounds, type Included, linksOf } from "./included.ts";
import { includedSql } from "./included-sql.ts";
import { nameSql } from "./name-sql.ts";
import { type PageQuery, pageSql } from "./page-sql.ts";
import { backlinkRows, includedRows, namedRow, pageRows, rowsAsJson, totalRow } from "./row-kinds.ts";
import { wholeNumber } from "./whole-number.ts";

/** What one statement reads. */
export interface PublishedQuery extends Place {
  /** One entry, or a page of them and the one after it, which `limit` does not count. */
  of: { key: EntryKey } | { page: PageQuery };
  /** Fields to read, with those that are included; all of them unless told. */
  names?: string[];
  included: Included[];
  bounds: Bounds;
  /** Conditions of entries to count. */
  count?: Condition[];
  /** A published entry whose id is asked for, too. */
  named?: { type: string; slug: string };
}

const shown = Prisma.sql`SELECT entry_id AS id, links AS fields FROM looked WHERE text IS NOT NULL`;

/** The statement, and the branches that its rows name by their places. */
export function publishedStatement(query: PublishedQuery): { branches: Branch[]; sql: Prisma.Sql } {
  const { of, included, bounds, locale, count, named } = query;
  const shownMax = wholeNumber("page" in of ? of.page.limit : 1);
  const branches = branchesSql(shown, locale, included, bounds);
  const tables = [
    // Else the id of an entry would be looked up for each use of it.
    Prisma.sql`page AS MATERIALIZED (${pageTable(query)})`,
    Prisma.sql`looked AS (${lookedSql(query, shownMax)})`,
    ...branches.map((one) => Prisma.sql`${one.name} AS (${one.query})`),
  ];
  const rows = [
    pageRows,
    ...(branches.length > 0 ? [includedRows(includedSql(branches, locale, bounds))] : []),
    ...branches.flatMap((one, index) => ("backlink" in one.included.by ? [backlinkRows(one, index)] : [])),
    ...(count ? [totalRow(countSql(count, query))] : []),
    ...(named ? [namedRow(named, locale)] : []),
  ];
  return {
    branches,
    sql: Prisma.sql`WITH ${Prisma.join(tables)} ${rowsAsJson(rows)}`,
  };
}

/**
 * The page with what is stored. An id that was looked for is in it also where nothing of the type is published under
 * it. Beyond `shown` entries, no fields are read. PostgreSQL keeps it while it runs where includes start from it, too.
 */
function lookedSql({ type, locale, names, included }: PublishedQuery, shown: Prisma.Sql): Prisma.Sql {
  const read = fieldsSql({ ...(names ? { names } : {}), links: linksOf(included) });
  return Prisma.sql`SELECT page.place, page.entry_id, p.type, p.slug, p.published_at, p.updated_at, p.version, p.shape,
      page.value, page.at, one.text, one.links
    FROM page LEFT JOIN published_entry p
      ON p.entry_id = page.entry_id AND p.type = ${nameSql(type)} AND p.locale = ${nameSql(locale)}
    LEFT JOIN LATERAL (${read}) one ON page.place <= ${shown} AND p.entry_id IS NOT NULL`;
}

function pageTable({ of, ...place }: PublishedQuery): Prisma.Sql {
  if ("key" in of)
    return Prisma.sql`SELECT 1 AS place, NULL::text AS value, NULL::timestamptz AS at,
      ${entryIdSql(of.key, place)} AS entry_id`;
  const { page } = of;
  const ids = pageSql({ ...page, type: place.type, locale: place.locale, limit: page.limit + 1 });
  return Prisma.sql`SELECT row_number() OVER ()::int AS place, one.* FROM (${ids}) one`;
}
