import type { Db } from "../create-db.ts";
import { Prisma } from "../generated/client.ts";
import type { PublishedRow } from "./published-row.ts";

/** A value that a field must have; a reference may be given by the slug of the published entry it points at. */
export type FacetFilter = { field: string } & (
  | { value: string }
  | { targetType: string; targetSlug: string }
);

export interface PublishedQuery {
  type: string;
  locale: string;
  where: FacetFilter[];
  ids?: string[];
  /** Newest first unless told. */
  oldestFirst: boolean;
  /** The last item of the page before. */
  after?: { publishedAt: Date; entryId: string };
  limit: number;
}

/**
 * A page of published entries in one statement. With a filter it walks the facet index in page order, so its cost
 * follows the page and not the size of the publication.
 */
export function listPublished(db: Db, query: PublishedQuery): Promise<PublishedRow[]> {
  const [first, ...others] = query.where;
  const direction = query.oldestFirst ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = query.oldestFirst ? Prisma.sql`>` : Prisma.sql`<`;
  // Ordered by the columns of the index that is walked: the facet's where there is one.
  const walked = first ? Prisma.sql`f` : Prisma.sql`p`;
  const conditions = [
    Prisma.sql`${walked}.type = ${query.type} AND ${walked}.locale = ${query.locale}`,
    ...(first ? [Prisma.sql`f.field = ${first.field} AND f.value = ${facetValue(query, first)}`] : []),
    ...others.map(
      (filter) => Prisma.sql`EXISTS (
        SELECT 1 FROM facet o
        WHERE o.entry_id = p.entry_id AND o.field = ${filter.field} AND o.value = ${facetValue(query, filter)})`,
    ),
    ...(query.ids ? [Prisma.sql`p.entry_id = ANY(${query.ids}::uuid[])`] : []),
    ...(query.after
      ? [
          Prisma.sql`(${walked}.published_at, ${walked}.entry_id)
            ${beyond} (${query.after.publishedAt}, ${query.after.entryId}::uuid)`,
        ]
      : []),
  ];
  return db.$queryRaw<PublishedRow[]>`
    SELECT p.entry_id AS "entryId", p.type, p.slug, p.published_at AS "publishedAt",
      p.updated_at AS "updatedAt", p.fields
    FROM published_entry p ${first ? Prisma.sql`JOIN facet f ON f.entry_id = p.entry_id` : Prisma.empty}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${walked}.published_at ${direction}, ${walked}.entry_id ${direction}
    LIMIT ${query.limit}`;
}

function facetValue(query: PublishedQuery, filter: FacetFilter): Prisma.Sql {
  if ("value" in filter) return Prisma.sql`${filter.value}`;
  return Prisma.sql`(
    SELECT t.entry_id::text FROM published_entry t
    WHERE t.type = ${filter.targetType} AND t.locale = ${query.locale} AND t.slug = ${filter.targetSlug})`;
}
