import { Prisma } from "../generated/client.ts";
import type { Condition, FacetCondition, OneOfTest, Place } from "./condition.ts";
import { alias, conditionSql, facetTestSql, needsEntry, oneValueSql, type Walked } from "./condition-sql.ts";
import { nameSql } from "./name-sql.ts";
import { wholeNumber } from "./whole-number.ts";

/** Where a query goes along: an index whose order is the page's, so that its cost follows the page and not the size. */
export interface Walk {
  walked: Walked;
  tables: Prisma.Sql;
  conditions: Prisma.Sql[];
  /** Where it pays to look first what is rare: what to find out before, and a plan for each of what may come out. */
  rarest?: { found: Prisma.Sql; cases: Prisma.Sql[] };
}

/**
 * `FROM … WHERE …` with every condition, without order and limit. The place where a page starts comes first: of two
 * bounds of one column PostgreSQL starts from the first, and would read all of the index before the page.
 */
export function sourceOf({ tables, conditions }: Walk, start: Prisma.Sql[] = []): Prisma.Sql {
  return Prisma.sql`FROM ${tables} WHERE ${Prisma.join([...start, ...conditions], " AND ")}`;
}

/**
 * With fields that must have one certain value: the facets of the rarest of these, which are in the order of their
 * dates. Else the published entries themselves.
 */
export function walkByDate(place: Place, conditions: Condition[]): Walk {
  const exact = conditions.filter(isExact);
  if (exact.length < 2) return walkOneValue(place, conditions);
  const found = Prisma.sql`(SELECT field, value FROM (${rarestSql(place, exact)}) rarest)`;
  const all = [
    Prisma.sql`f.type = ${nameSql(place.type)} AND f.locale = ${nameSql(place.locale)} AND (f.field, f.value) = ${found}`,
    ...conditions.map((one) => conditionSql(one, "f", place, isExact(one) ? "each" : "planned")),
  ];
  return { walked: "f", tables: facetTables(conditions), conditions: all };
}

/** The facets of the first certain value, or all published entries; PostgreSQL plans the rest. */
export function walkOneValue(place: Place, conditions: Condition[]): Walk {
  const found = conditions.find(isExact);
  return found ? walkFacets(place, found, without(conditions, found)) : walkEntries(place, conditions);
}

/** The entries in another order than that of their facets. */
export function walkInOrder(
  place: Place,
  by: "updatedAt" | { field: string; test?: FacetCondition["test"] },
  conditions: Condition[],
): Walk {
  const exact = conditions.filter(isExact);
  const walk = (rest: Condition[]) =>
    by === "updatedAt" ? walkEntries(place, rest) : walkFacets(place, by, rest);
  if (exact.length === 0) return walk(conditions);
  const { walked, tables, conditions: others } = walk(conditions.filter((one) => !isExact(one)));
  const { type, locale } = place;
  const few = Prisma.sql`SELECT d.entry_id FROM facet d
    WHERE d.type = ${nameSql(type)} AND d.locale = ${nameSql(locale)} AND (d.field, d.value) = (SELECT field, value FROM rarest)`;
  return {
    walked,
    tables,
    conditions: [...others, ...exact.map((one) => conditionSql(one, walked, place, "each"))],
    rarest: {
      found: Prisma.sql`WITH rarest AS MATERIALIZED (${rarestSql(place, exact)})`,
      cases: [
        Prisma.sql`(SELECT counted < ${wholeNumber(countedMax)} FROM rarest) AND ${alias(walked)}.entry_id = ANY(ARRAY(${few}))`,
        Prisma.sql`(SELECT counted >= ${wholeNumber(countedMax)} FROM rarest)`,
      ],
    },
  };
}

function walkEntries(place: Place, conditions: Condition[]): Walk {
  const all = [
    Prisma.sql`p.type = ${nameSql(place.type)} AND p.locale = ${nameSql(place.locale)}`,
    ...conditions.map((one) => conditionSql(one, "p", place)),
  ];
  return { walked: "p", tables: Prisma.sql`published_entry p`, conditions: all };
}

/**
 * The facets of one field, in the order of their values. `own` is tested on the facet itself; the other conditions on
 * the entry that it belongs to.
 */
function walkFacets(
  place: Place,
  own: { field: string; test?: FacetCondition["test"] },
  conditions: Condition[],
): Walk {
  const walked = "f";
  const all = [
    Prisma.sql`f.type = ${nameSql(place.type)} AND f.locale = ${nameSql(place.locale)} AND f.field = ${nameSql(own.field)}`,
    ...(own.test ? [facetTestSql(Prisma.sql`f.value`, own.test, place)] : []),
    ...conditions.map((one) => conditionSql(one, walked, place)),
  ];
  return { walked, tables: facetTables(conditions), conditions: all };
}

/** Facets that are counted to find the rarest value: more of them make no difference. */
const countedMax = 1_000;

/**
 * The value that the fewest entries have. Which one it is shows only when it runs: slugs are no ids yet when
 * PostgreSQL plans, so its own choice would be a guess.
 */
function rarestSql({ type, locale }: Place, exact: ExactCondition[]): Prisma.Sql {
  const values = exact.map(
    (one) => Prisma.sql`(${nameSql(one.field)}::text, ${oneValueSql(one.test, { type, locale })})`,
  );
  return Prisma.sql`SELECT c.field, c.value, (SELECT count(*) FROM (
      SELECT FROM facet o WHERE o.type = ${nameSql(type)} AND o.locale = ${nameSql(locale)} AND o.field = c.field AND o.value = c.value
      LIMIT ${wholeNumber(countedMax)}) few) AS counted
    FROM (VALUES ${Prisma.join(values)}) c (field, value) ORDER BY counted LIMIT 1`;
}

function facetTables(conditions: Condition[]): Prisma.Sql {
  return conditions.some(needsEntry)
    ? Prisma.sql`facet f JOIN published_entry p ON p.entry_id = f.entry_id`
    : Prisma.sql`facet f`;
}

export function without(conditions: Condition[], one: Condition): Condition[] {
  return conditions.filter((other) => other !== one);
}

interface ExactCondition extends FacetCondition {
  test: OneOfTest;
}

/** Whether a field must have one certain value. */
export function isExact(condition: Condition): condition is ExactCondition {
  if (!("field" in condition) || !("oneOf" in condition.test)) return false;
  const { oneOf, slugs } = condition.test;
  return oneOf.length + (slugs?.oneOf.length ?? 0) === 1;
}
