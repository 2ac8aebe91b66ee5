import { Prisma } from "../generated/client.ts";

/**
 * A number that is written into the statement itself: PostgreSQL takes a limit that it does not know when it plans for a
 * tenth of everything.
 */
export function wholeNumber(number: number): Prisma.Sql {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${number} is no limit.`);
  return Prisma.raw(String(number));
}
