import { Prisma } from "../generated/client.ts";
import type { Backward, Bounds, Included } from "./included.ts";
import { nameSql } from "./name-sql.ts";
import { wholeNumber } from "./whole-number.ts";

/** A part of a statement that finds the entries of one include: a query with the column `id`. */
export interface Branch {
  included: Included;
  /** Of its common table expression. */
  name: Prisma.Sql;
  query: Prisma.Sql;
}

interface Scope {
  locale: string;
  bounds: Bounds;
  branches: Branch[];
}

/**
 * The branches of includes, each after the one that it starts from; the first start from `parents`, which is a query
 * of `id` and `fields`. They find ids alone, through arrays: PostgreSQL takes an array for ten ids and goes through the
 * index, where it would take a set of rows for thousands and read all of a table.
 */
export function branchesSql(
  parents: Prisma.Sql,
  locale: string,
  included: Included[],
  bounds: Bounds,
): Branch[] {
  const scope: Scope = { locale, bounds, branches: [] };
  addBranches(scope, parents, included);
  return scope.branches;
}

function addBranches(scope: Scope, parents: Prisma.Sql, included: Included[]): void {
  for (const one of included) {
    const name = Prisma.raw(`branch_${scope.branches.length}`);
    const query =
      "field" in one.by
        ? targetsSql(scope, parents, one.type, one.by.field)
        : backlinksSql(scope, parents, one.type, one.by);
    scope.branches.push({ included: one, name, query });
    const found = publishedSql(Prisma.sql`p.entry_id AS id, p.fields`, Prisma.sql`SELECT id FROM ${name}`, {
      types: [one.type],
      locale: scope.locale,
    });
    addBranches(scope, found, one.nested);
  }
}

/**
 * The published ones of some types among ids of any kind, with what is `beside` each. They are looked up by nothing but their ids: the type is in
 * other indexes, of which a plan could read all.
 */
export function publishedSql(
  columns: Prisma.Sql,
  ids: Prisma.Sql,
  { types, locale, beside = Prisma.empty }: { types: string[]; locale: string; beside?: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`SELECT ${columns}
    FROM (SELECT * FROM published_entry e WHERE e.entry_id = ANY(ARRAY(${ids})) OFFSET 0) p ${beside}
    WHERE p.type IN (${Prisma.join(types.map(nameSql))}) AND p.locale = ${nameSql(locale)}`;
}

/** What is no reference to the type leads nowhere, whatever else the field was when the entry was published. */
function targetsSql({ bounds }: Scope, parents: Prisma.Sql, type: string, field: string): Prisma.Sql {
  const path = `$.${JSON.stringify(field)} ? (@.type == ${JSON.stringify(type)}).id`;
  return Prisma.sql`SELECT (target #>> '{}')::uuid AS id
    FROM (${parents}) parent CROSS JOIN LATERAL jsonb_path_query(parent.fields, ${path}::jsonpath) target
    WHERE ${isIdSql(Prisma.sql`target #>> '{}'`)} ${limitSql(bounds)}`;
}

function backlinksSql(
  { locale, bounds }: Scope,
  parents: Prisma.Sql,
  type: string,
  { backlink, limit, descending }: Backward,
): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`SELECT wanted.target, found.place, found.entry_id AS id
    FROM unnest(ARRAY(SELECT id FROM (${parents}) parent)) AS wanted (target)
    CROSS JOIN LATERAL (
      SELECT f.entry_id, row_number() OVER ()::int AS place FROM (
        SELECT o.entry_id FROM facet o
        WHERE o.type = ${nameSql(type)} AND o.locale = ${nameSql(locale)} AND o.field = ${nameSql(backlink)} AND o.value = wanted.target::text
        ORDER BY o.published_at ${direction}, o.entry_id ${direction} LIMIT ${wholeNumber(limit)}) f) found
    ${limitSql(bounds)}`;
}

/** One more than may be: whoever counts them sees that there are too many. */
function limitSql({ entries }: Bounds): Prisma.Sql {
  return Number.isFinite(entries) ? Prisma.sql`LIMIT ${Math.max(0, entries) + 1}` : Prisma.empty;
}

/** Ids as they are stored. */
export const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As `idPattern`, which would cost PostgreSQL as much as all else about a reference. */
function isIdSql(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${text} LIKE '________-____-____-____-____________'
    AND ${text} NOT LIKE '%-%-%-%-%-%' AND ${text} !~ '[^0-9a-f-]'`;
}
