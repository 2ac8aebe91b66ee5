import { Prisma } from "../generated/client.ts";
import { type Branch, publishedSql } from "./branches-sql.ts";
import { fieldsSql } from "./fields-sql.ts";
import type { Bounds } from "./included.ts";

/** The entries of all branches, each once however many of them lead to it, up to the bounds. */
export function includedSql(branches: Branch[], locale: string, { characters }: Bounds): Prisma.Sql {
  const read = [...Map.groupBy(branches, ({ included }) => included.type)].map(([type, some]) => ({
    type,
    some,
    names: namesOf(some),
  }));
  // Types of which the same is read are looked up together: PostgreSQL starts each part of a statement anew.
  const parts = [...Map.groupBy(read, ({ names }) => names?.toSorted().join())].map(([, alike]) => {
    const ids = alike.flatMap(({ some }) => some.map(({ name }) => Prisma.sql`SELECT id FROM ${name}`));
    const columns = Prisma.sql`p.entry_id, p.type, p.slug, p.published_at, p.updated_at,
      (${fieldsSql(alike[0]?.names)})::text AS fields`;
    return publishedSql(columns, Prisma.join(ids, " UNION ALL "), {
      types: alike.map(({ type }) => type),
      locale,
    });
  });
  const all = Prisma.join(parts, " UNION ALL ");
  if (!Number.isFinite(characters)) return all;
  return Prisma.sql`SELECT entry_id, type, slug, published_at, updated_at, fields
    FROM (SELECT one.*, sum(length(one.fields)) OVER (ROWS UNBOUNDED PRECEDING) AS so_far FROM (${all}) one) counted
    WHERE so_far - length(fields) <= ${Math.max(0, characters)}::bigint`;
}

/** One read of an entry serves all of the branches that lead to it. */
function namesOf(branches: Branch[]): string[] | undefined {
  const names = branches.map(({ included }) => included.names);
  return names.every((some) => some !== undefined) ? [...new Set(names.flat())] : undefined;
}
