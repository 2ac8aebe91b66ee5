import { Prisma } from "../generated/client.ts";
import type { Reads } from "../reads.ts";
import type { Place } from "./condition.ts";
import { entryIdSql } from "./entry-key.ts";
import { nameSql } from "./name-sql.ts";

/** The slug that a published entry has now which has or had this slug; `null` where there is none. One statement. */
export async function getSlug(reads: Reads, place: Place, slug: string): Promise<string | null> {
  const [row] = await reads.query<{ slug: string }>(Prisma.sql`
    SELECT p.slug FROM published_entry p
    WHERE p.type = ${nameSql(place.type)} AND p.locale = ${nameSql(place.locale)} AND p.entry_id = ${entryIdSql({ slug }, place)}`);
  return row?.slug ?? null;
}
