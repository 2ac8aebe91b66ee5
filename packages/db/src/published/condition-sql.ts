import { Prisma } from "../generated/client.ts";
import type { Condition, FacetCondition, FacetTest, OneOfTest, Place, Range } from "./condition.ts";
import { nameSql } from "./name-sql.ts";

/** The table that a query walks in order: `f` is a facet, `p` the published entry itself. */
export type Walked = "f" | "p";

/**
 * How the facets of a condition are looked at: for each entry that is walked past, or however PostgreSQL plans it,
 * which may be to start from those facets.
 */
type Look = "each" | "planned";

/** `p` must be joined wherever a condition is about a column that facets do not have. */
export function conditionSql(
  condition: Condition,
  walked: Walked,
  place: Place,
  look: Look = "planned",
): Prisma.Sql {
  if ("all" in condition) return joined(condition.all, " AND ", Prisma.sql`TRUE`, walked, place, look);
  if ("any" in condition) {
    const facets = condition.any.filter((one): one is FacetCondition => "field" in one);
    // One look at the index for all of them: PostgreSQL cannot start from an OR of several EXISTS.
    if (facets.length === condition.any.length && facets.length > 1)
      return hasFacet(facets, walked, place, look);
    return joined(condition.any, " OR ", Prisma.sql`FALSE`, walked, place, look);
  }
  // There is nothing to start from in what is not there.
  if ("not" in condition) return Prisma.sql`NOT ${conditionSql(condition.not, walked, place, "each")}`;
  if ("field" in condition) return hasFacet([condition], walked, place, look);
  if ("oneOf" in condition)
    return condition.column === "id"
      ? Prisma.sql`${alias(walked)}.entry_id = ANY(${condition.oneOf}::uuid[])`
      : Prisma.sql`p.slug = ANY(${condition.oneOf}::text[])`;
  return condition.column === "publishedAt"
    ? rangeSql(Prisma.sql`${alias(walked)}.published_at`, condition.range)
    : rangeSql(Prisma.sql`p.updated_at`, condition.range);
}

/** Whether a condition is about a column that only `p` has. */
export function needsEntry(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(needsEntry);
  if ("any" in condition) return condition.any.some(needsEntry);
  if ("not" in condition) return needsEntry(condition.not);
  return "column" in condition && (condition.column === "slug" || condition.column === "updatedAt");
}

/** The test of a facet's own value. */
export function facetTestSql(value: Prisma.Sql, test: FacetTest, { locale }: Place): Prisma.Sql {
  if ("range" in test) return rangeSql(value, test.range);
  const [first] = test.oneOf;
  const among =
    test.oneOf.length === 1
      ? Prisma.sql`${value} = ${first}`
      : Prisma.sql`${value} = ANY(${test.oneOf}::text[])`;
  if (!test.slugs) return among;
  const { type, oneOf: slugs } = test.slugs;
  const [slug] = slugs;
  // A single one is compared by equality, so that the index is walked in the order of the dates behind it.
  const targets = Prisma.sql`SELECT t.entry_id::text FROM published_entry t
    WHERE t.type = ${nameSql(type)} AND t.locale = ${nameSql(locale)} AND t.slug`;
  const bySlug =
    slugs.length === 1
      ? Prisma.sql`${value} = (${targets} = ${slug})`
      : Prisma.sql`${value} IN (${targets} = ANY(${slugs}::text[]))`;
  return test.oneOf.length === 0 ? bySlug : Prisma.sql`(${among} OR ${bySlug})`;
}

/** The value that a test of one value asks for. */
export function oneValueSql({ oneOf, slugs }: OneOfTest, { locale }: Place): Prisma.Sql {
  const [value] = oneOf;
  if (!slugs) return Prisma.sql`${value}::text`;
  return Prisma.sql`(SELECT t.entry_id::text FROM published_entry t
    WHERE t.type = ${nameSql(slugs.type)} AND t.locale = ${nameSql(locale)} AND t.slug = ${slugs.oneOf[0]})`;
}

export function alias(walked: Walked): Prisma.Sql {
  return walked === "f" ? Prisma.sql`f` : Prisma.sql`p`;
}

function hasFacet(conditions: FacetCondition[], walked: Walked, place: Place, look: Look): Prisma.Sql {
  const tests = conditions.map(
    ({ field, test }) =>
      Prisma.sql`(o.field = ${nameSql(field)} AND ${facetTestSql(Prisma.sql`o.value`, test, place)})`,
  );
  return Prisma.sql`EXISTS (
    SELECT 1 FROM facet o
    WHERE o.entry_id = ${alias(walked)}.entry_id AND o.type = ${nameSql(place.type)} AND o.locale = ${nameSql(place.locale)}
      AND (${Prisma.join(tests, " OR ")})
    ${look === "each" ? Prisma.sql`OFFSET 0` : Prisma.empty})`;
}

function rangeSql(column: Prisma.Sql, { gt, gte, lt, lte }: Range<string | Date>): Prisma.Sql {
  const bounds = [
    ...(gt === undefined ? [] : [Prisma.sql`${column} > ${gt}`]),
    ...(gte === undefined ? [] : [Prisma.sql`${column} >= ${gte}`]),
    ...(lt === undefined ? [] : [Prisma.sql`${column} < ${lt}`]),
    ...(lte === undefined ? [] : [Prisma.sql`${column} <= ${lte}`]),
  ];
  return bounds.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`(${Prisma.join(bounds, " AND ")})`;
}

function joined(
  conditions: Condition[],
  operator: string,
  none: Prisma.Sql,
  walked: Walked,
  place: Place,
  look: Look,
) {
  if (conditions.length === 0) return none;
  const parts = conditions.map((one) => conditionSql(one, walked, place, look));
  return Prisma.sql`(${Prisma.join(parts, operator)})`;
}
