import { Prisma } from "../generated/client.ts";
import { nameSql } from "./name-sql.ts";

/** What is read of the fields of an entry. */
export interface ReadFields {
  /** The fields to read, with the links; all of them unless told. */
  names?: string[];
  /** Those that includes start from. */
  links: string[];
}

/**
 * A published entry's fields, of `p`, as a query of `text`, their JSON without the links, and `links`. With names, only
 * these leave the database: a list of titles does not carry the texts.
 */
export function fieldsSql({ names, links }: ReadFields): Prisma.Sql {
  if (links.length === 0 && !names) return Prisma.sql`SELECT p.fields::text AS text, NULL::jsonb AS links`;
  const text = names
    ? objectSql(names.filter((name) => !links.includes(name)))
    : Prisma.sql`d.fields - ARRAY[${Prisma.join(links.map(nameSql))}]`;
  const linked = links.length === 0 ? Prisma.sql`NULL::jsonb` : objectSql(links);
  // Put together with nothing, the fields are unpacked once and not for each use.
  return Prisma.sql`SELECT (${text})::text AS text, ${linked} AS links
    FROM (SELECT p.fields || '{}' AS fields OFFSET 0) d`;
}

function objectSql(names: string[]): Prisma.Sql {
  if (names.length === 0) return Prisma.sql`'{}'::jsonb`;
  const parts = Array.from({ length: Math.ceil(names.length / pairsMax) }, (_, part) => {
    const some = names.slice(part * pairsMax, (part + 1) * pairsMax);
    const pairs = some.map((name) => Prisma.sql`${nameSql(name)}, d.fields -> ${nameSql(name)}`);
    return Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
  });
  return Prisma.join(parts, " || ");
}

/** A function of PostgreSQL takes a hundred arguments, which are fifty fields. */
const pairsMax = 50;
