import { Prisma } from "../generated/client.ts";

/**
 * The JSON of a published entry's fields. With `names`, only these leave the database: a list of titles does not carry
 * the texts. It is text, as Node parses that faster than the driver would.
 */
export function fieldsSql(names: string[] | undefined): Prisma.Sql {
  if (!names) return Prisma.sql`p.fields::text`;
  if (names.length === 0) return Prisma.sql`'{}'`;
  const parts = Array.from({ length: Math.ceil(names.length / pairsMax) }, (_, part) => {
    const some = names.slice(part * pairsMax, (part + 1) * pairsMax);
    const pairs = some.map((name) => Prisma.sql`${name}::text, d.fields -> ${name}`);
    return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
  });
  // Put together with nothing, the fields are unpacked once and not for each name.
  return Prisma.sql`(SELECT (${Prisma.join(parts, " || ")})::text
    FROM (SELECT p.fields || '{}' AS fields OFFSET 0) d)`;
}

/** A function of PostgreSQL takes a hundred arguments, which are fifty fields. */
const pairsMax = 50;
