import type { DbOrTx } from "../create-db.ts";
import { Prisma } from "../generated/client.ts";
import type { Condition, Place } from "./condition.ts";
import { alias } from "./condition-sql.ts";
import { isExact, sourceOf, walkOneValue } from "./walk.ts";

/**
 * How many published entries meet the conditions. It looks at all that it counts; of several certain values the sets
 * are read whole and intersected, as a look for each entry would cost ten times that.
 */
export async function countPublished(
  db: DbOrTx,
  { where, ...place }: Place & { where: Condition[] },
): Promise<number> {
  const [first, ...exact] = where.filter(isExact);
  const rest = where.filter((one) => !isExact(one));
  const sets = [first ? [first, ...rest] : rest, ...exact.map((one) => [one])].map((conditions) => {
    const walk = walkOneValue(place, conditions);
    return Prisma.sql`SELECT ${alias(walk.walked)}.entry_id ${sourceOf(walk)}`;
  });
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (${Prisma.join(sets, " INTERSECT ")}) counted`;
  return row?.total ?? 0;
}
