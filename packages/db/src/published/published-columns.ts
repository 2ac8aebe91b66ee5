import { Prisma } from "../generated/client.ts";

/**
 * The columns of a published row, from the alias `p`. With `names`, only these fields leave the database: a list of
 * titles does not carry the texts.
 */
export function publishedColumns(names?: string[]): Prisma.Sql {
  const fields = names ? objectOf(names) : Prisma.sql`p.fields`;
  return Prisma.sql`p.entry_id AS "entryId", p.type, p.slug, p.published_at AS "publishedAt",
    p.updated_at AS "updatedAt", ${fields} AS fields`;
}

/** A function of PostgreSQL takes a hundred arguments, which are fifty fields. */
const pairsMax = 50;

function objectOf(names: string[]): Prisma.Sql {
  if (names.length === 0) return Prisma.sql`'{}'::jsonb`;
  const parts = Array.from({ length: Math.ceil(names.length / pairsMax) }, (_, part) => {
    const some = names.slice(part * pairsMax, (part + 1) * pairsMax);
    const pairs = some.map((name) => Prisma.sql`${name}::text, p.fields -> ${name}`);
    return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
  });
  return Prisma.join(parts, " || ");
}
