import { Prisma } from "../generated/client.ts";
import type { Condition, Place } from "./condition.ts";
import { alias } from "./condition-sql.ts";
import { isExact, sourceOf, walkOneValue } from "./walk.ts";

/**
 * How many published entries meet the conditions. It looks at all that it counts; of several certain values the sets
 * are read whole and intersected, as a look for each entry would cost ten times that.
 */
export function countSql(where: Condition[], place: Place): Prisma.Sql {
  const [first, ...exact] = where.filter(isExact);
  const rest = where.filter((one) => !isExact(one));
  const sets = [first ? [first, ...rest] : rest, ...exact.map((one) => [one])].map((conditions) => {
    const walk = walkOneValue(place, conditions);
    return Prisma.sql`SELECT ${alias(walk.walked)}.entry_id ${sourceOf(walk)}`;
  });
  return Prisma.sql`SELECT count(*)::int FROM (${Prisma.join(sets, " INTERSECT ")}) counted`;
}
