import { Prisma } from "./generated/client.ts";
import type { Tx } from "./with-tx.ts";

/** Where pictures stand inside a published value: in named fields, in each item of a list, in some kinds of block. */
export type ImagePlace =
  | { in: "image" }
  | { in: "fields"; fields: Record<string, ImagePlace> }
  | { in: "list"; item: ImagePlace }
  | { in: "blocks"; blocks: Record<string, ImagePlace> };

interface Where {
  type: string;
  place: ImagePlace;
  assetId: string;
  /** Name of the facets that say which assets a published entry shows. */
  facet: string;
}

/**
 * Writes what is known of a picture into the published entries of a type that show it in a picture field, at any depth.
 * One statement that changes rows as it finds them: an entry that is published at the same time keeps what that wrote.
 * Rows are locked in the order of ids, so that changes of two pictures that entries share cannot wait for each other.
 */
export async function replacePublishedImage(tx: Tx, where: Where, image: object): Promise<void> {
  const { type, place, assetId, facet } = where;
  const fields = replaced(place, Prisma.sql`p.fields`, { assetId, image: JSON.stringify(image) });
  await tx.$executeRaw`
    UPDATE published_entry p SET fields = ${fields}
    FROM (
      SELECT s.entry_id FROM published_entry s
      WHERE s.type = ${type} AND s.entry_id IN (
        SELECT f.entry_id FROM facet f WHERE f.field = ${facet} AND f.value = ${assetId})
      ORDER BY s.entry_id FOR UPDATE) shown
    WHERE p.entry_id = shown.entry_id`;
}

interface Replacement {
  assetId: string;
  image: string;
}

/** The same value with the picture replaced. What has another shape, being older than its field, stays as it is. */
function replaced(place: ImagePlace, value: Prisma.Sql, by: Replacement, depth = 0): Prisma.Sql {
  if (place.in === "image")
    return Prisma.sql`CASE WHEN ${value} ->> 'id' = ${by.assetId} THEN ${by.image}::jsonb ELSE ${value} END`;
  if (place.in === "fields") {
    const set = Object.entries(place.fields).reduce((whole, [name, inside]) => {
      const part = replaced(inside, Prisma.sql`(${value} -> ${name}::text)`, by, depth);
      // Sets nothing where there is no such field.
      return Prisma.sql`jsonb_set(${whole}, ARRAY[${name}::text], coalesce(${part}, 'null'), false)`;
    }, value);
    return Prisma.sql`CASE jsonb_typeof(${value}) WHEN 'object' THEN ${set} ELSE ${value} END`;
  }
  const each = Prisma.raw(`each_${depth}`);
  const item = Prisma.sql`${each}.item`;
  const inside =
    place.in === "list"
      ? replaced(place.item, item, by, depth + 1)
      : Prisma.sql`CASE ${item} ->> 'type' ${Prisma.join(
          Object.entries(place.blocks).map(
            ([name, block]) => Prisma.sql`WHEN ${name} THEN ${replaced(block, item, by, depth + 1)}`,
          ),
          " ",
        )} ELSE ${item} END`;
  return Prisma.sql`CASE jsonb_typeof(${value}) WHEN 'array' THEN (
    SELECT coalesce(jsonb_agg(${inside} ORDER BY ${each}.place), '[]')
    FROM jsonb_array_elements(${value}) WITH ORDINALITY AS ${each}(item, place)) ELSE ${value} END`;
}
