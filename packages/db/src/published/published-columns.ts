import { Prisma } from "../generated/client.ts";

/**
 * The columns of a published row, from the alias `p`. With `names`, only these fields leave the database: a list of
 * titles does not carry the texts.
 */
export function publishedColumns(names?: string[]): Prisma.Sql {
  const fields = names
    ? Prisma.sql`jsonb_build_object(${names.length === 0 ? Prisma.empty : pairs(names)})`
    : Prisma.sql`p.fields`;
  return Prisma.sql`p.entry_id AS "entryId", p.type, p.slug, p.published_at AS "publishedAt",
    p.updated_at AS "updatedAt", ${fields} AS fields`;
}

function pairs(names: string[]): Prisma.Sql {
  return Prisma.join(names.map((name) => Prisma.sql`${name}::text, p.fields -> ${name}`));
}
