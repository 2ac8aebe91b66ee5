import { Prisma } from "../generated/client.ts";

/**
 * A published entry's fields as JSON, unpacked. With `names`, only these leave the database: a list of titles does not
 * carry the texts.
 */
export function fieldsSql(names: string[] | undefined): Prisma.Sql {
  // Put together with nothing, the fields are unpacked once and not for each use.
  if (!names) return Prisma.sql`p.fields || '{}'`;
  if (names.length === 0) return Prisma.sql`'{}'::jsonb`;
  const parts = Array.from({ length: Math.ceil(names.length / pairsMax) }, (_, part) => {
    const some = names.slice(part * pairsMax, (part + 1) * pairsMax);
    const pairs = some.map((name) => Prisma.sql`${name}::text, d.fields -> ${name}`);
    return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
  });
  return Prisma.sql`(SELECT ${Prisma.join(parts, " || ")}
    FROM (SELECT p.fields || '{}' AS fields OFFSET 0) d)`;
}

/** A function of PostgreSQL takes a hundred arguments, which are fifty fields. */
const pairsMax = 50;
