import { Prisma } from "../generated/client.ts";
import type { Place } from "./condition.ts";
import { nameSql } from "./name-sql.ts";

/** Which published entry is read. */
export type EntryKey = { slug: string } | { entryId: string };

/** The id of an entry by its id or slug: what is published under a slug now comes before what once was. */
export function entryIdSql(key: EntryKey, { type, locale }: Place): Prisma.Sql {
  if ("entryId" in key) return Prisma.sql`${key.entryId}::uuid`;
  return Prisma.sql`COALESCE(
    (SELECT n.entry_id FROM published_entry n WHERE n.type = ${nameSql(type)} AND n.locale = ${nameSql(locale)} AND n.slug = ${key.slug}),
    (SELECT r.entry_id FROM redirect r WHERE r.type = ${nameSql(type)} AND r.locale = ${nameSql(locale)} AND r.slug = ${key.slug}))`;
}
