import { Prisma } from "../generated/client.ts";
import { type Branch, publishedSql } from "./branches-sql.ts";
import { fieldsSql, type ReadFields } from "./fields-sql.ts";
import { type Bounds, linksOf } from "./included.ts";

/** The entries of all branches, each once however many of them lead to it, up to the bounds. */
export function includedSql(branches: Branch[], locale: string, { characters }: Bounds): Prisma.Sql {
  const read = [...Map.groupBy(branches, ({ included }) => included.type)].map(([type, some]) => ({
    type,
    some,
    fields: fieldsOf(some),
  }));
  // Types of which the same is read are looked up together: PostgreSQL starts each part of a statement anew.
  const parts = [...Map.groupBy(read, ({ fields }) => JSON.stringify(fields))].map(([, alike]) => {
    const ids = alike.flatMap(({ some }) => some.map(({ name }) => Prisma.sql`SELECT id FROM ${name}`));
    const columns = Prisma.sql`p.entry_id, p.type, p.slug, p.published_at, p.updated_at, p.version, p.shape, one.text, one.links`;
    return publishedSql(columns, Prisma.join(ids, " UNION ALL "), {
      types: alike.map(({ type }) => type),
      locale,
      beside: Prisma.sql`CROSS JOIN LATERAL (${fieldsSql(alike[0]?.fields ?? { links: [] })}) one`,
    });
  });
  const all = Prisma.join(parts, " UNION ALL ");
  if (!Number.isFinite(characters)) return all;
  return Prisma.sql`SELECT entry_id, type, slug, published_at, updated_at, version, shape, text, links
    FROM (SELECT one.*, sum(length(one.text)) OVER (ROWS UNBOUNDED PRECEDING) AS so_far FROM (${all}) one) counted
    WHERE so_far - length(text) <= ${Math.max(0, characters)}::bigint`;
}

/** One read of an entry serves all of the branches that lead to it. */
function fieldsOf(branches: Branch[]): ReadFields {
  const links = linksOf(branches.flatMap(({ included }) => included.nested)).sort();
  const names = branches.map(({ included }) => included.names);
  const all = names.every((some) => some !== undefined);
  return all ? { names: [...new Set(names.flat())].sort(), links } : { links };
}
