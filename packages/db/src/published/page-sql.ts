import { Prisma } from "../generated/client.ts";
import type { Condition, FacetCondition, Place } from "./condition.ts";
import { alias } from "./condition-sql.ts";
import { sourceOf, type Walk, walkByDate, walkInOrder, without } from "./walk.ts";
import { wholeNumber } from "./whole-number.ts";

/** The order of a page: by a date of the entry, or by the values of a field and those without one last. */
export type Order = { by: "publishedAt" | "updatedAt" | { field: string }; descending: boolean };

/** The place of an entry in an order. `value` is the facet's, where the order is a field's. */
export interface ListPlace {
  value: string | null;
  at: Date;
  entryId: string;
}

/** A page of published entries. */
export interface PageQuery {
  /** All of them hold. */
  where: Condition[];
  order: Order;
  /** The last item of the page before. */
  after?: ListPlace;
  limit: number;
}

type Query = PageQuery & Place;

/**
 * The ids of a page in its order, as `entry_id`, with their place in it, `value` and `at`. It walks an index in page
 * order, so its cost follows the page and not the size of the publication.
 */
export function pageSql(query: Query): Prisma.Sql {
  const page = typeof query.order.by === "string" ? pageByDate(query) : pageByField(query, query.order.by);
  const direction = directionSql(query.order);
  return Prisma.sql`SELECT one.value, one.at, one.entry_id FROM (${page}) one
    ORDER BY one.value IS NOT DISTINCT FROM '', one.value ${direction}, one.at ${direction}, one.entry_id ${direction}
    LIMIT ${wholeNumber(query.limit)}`;
}

function pageByDate(query: Query): Prisma.Sql {
  const isUpdate = query.order.by === "updatedAt";
  const walk = isUpdate ? walkInOrder(query, "updatedAt", query.where) : walkByDate(query, query.where);
  const at = isUpdate ? Prisma.sql`p.updated_at` : Prisma.sql`${alias(walk.walked)}.published_at`;
  const id = Prisma.sql`${alias(walk.walked)}.entry_id`;
  const direction = directionSql(query.order);
  const start = query.after
    ? [Prisma.sql`(${at}, ${id}) ${beyond(query.order)} (${query.after.at}, ${query.after.entryId}::uuid)`]
    : [];
  const columns = Prisma.sql`SELECT NULL::text AS value, ${at} AS at, ${id}`;
  const rest = Prisma.sql`ORDER BY ${at} ${direction}, ${id} ${direction} LIMIT ${wholeNumber(query.limit)}`;
  return Prisma.sql`${beforeOf(walk)} ${pagesOf(walk, columns, start, rest)}`;
}

/** Two walks along one index: the entries that have a value, then those that have none. */
function pageByField(query: Query, { field }: { field: string }): Prisma.Sql {
  const own = query.where.find((one): one is FacetCondition => "field" in one && one.field === field);
  const walk = walkInOrder(query, own ?? { field }, own ? without(query.where, own) : query.where);
  const { order, after, limit } = query;
  const direction = directionSql(order);
  const rest = Prisma.sql`ORDER BY f.value ${direction}, f.published_at ${direction}, f.entry_id ${direction}
    LIMIT ${wholeNumber(limit)}`;
  const columns = Prisma.sql`SELECT f.value, f.published_at AS at, f.entry_id`;
  const place = after && Prisma.sql`${after.at}, ${after.entryId}::uuid`;
  const startWithout =
    after?.value === "" ? [Prisma.sql`(f.published_at, f.entry_id) ${beyond(order)} (${place})`] : [];
  const withoutValue = pagesOf(walk, columns, startWithout, Prisma.sql`AND f.value = '' ${rest}`);
  if (after?.value === "") return Prisma.sql`${beforeOf(walk)} ${withoutValue}`;
  const start = after
    ? [Prisma.sql`(f.value, f.published_at, f.entry_id) ${beyond(order)} (${after.value}, ${place})`]
    : [];
  const withValue = pagesOf(walk, columns, start, Prisma.sql`AND f.value > '' ${rest}`);
  return Prisma.sql`${beforeOf(walk)} ${withValue} UNION ALL ${withoutValue}`;
}

function beforeOf({ rarest }: Walk): Prisma.Sql {
  return rarest?.found ?? Prisma.empty;
}

/** A page for each plan that the walk may come to; all but one of them are empty. */
function pagesOf(walk: Walk, columns: Prisma.Sql, start: Prisma.Sql[], rest: Prisma.Sql): Prisma.Sql {
  const cases = walk.rarest?.cases.map((one) => [...start, one]) ?? [start];
  const pages = cases.map((first) => Prisma.sql`(${columns} ${sourceOf(walk, first)} ${rest})`);
  return Prisma.join(pages, " UNION ALL ");
}

function directionSql({ descending }: Order): Prisma.Sql {
  return descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

function beyond({ descending }: Order): Prisma.Sql {
  return descending ? Prisma.sql`<` : Prisma.sql`>`;
}
