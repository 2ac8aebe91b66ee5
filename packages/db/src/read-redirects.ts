import type { DbOrTx } from "./create-db.ts";
import { literally } from "./literally.ts";

/** A redirect that somebody made, or one that an entry has left where it was. */
export interface RedirectRow {
  path: string;
  target: string;
  createdAt: Date;
  byId: string | null;
  byName: string | null;
  /** The entry that was at the path; all three are null where somebody made the redirect. */
  type: string | null;
  entryId: string | null;
  title: string | null;
}

interface RedirectQuery {
  /** The paths of the content types that have pages, with `:slug` in them. */
  pages: { type: string; path: string }[];
  locale: string;
  search: string;
  /** Only what is listed after this place. */
  after: { at: Date; path: string } | null;
  limit: number;
}

/** Redirects that lead somewhere now, the newest first, in one statement. Walks all of them, whatever is asked for. */
export function readRedirects(
  db: DbOrTx,
  { pages, locale, search, after, limit }: RedirectQuery,
): Promise<RedirectRow[]> {
  const like = `%${literally(search)}%`;
  return db.$queryRaw<RedirectRow[]>`
    SELECT * FROM (
      SELECT r.path, r.target, r.created_at AS "createdAt", u.id AS "byId", u.name AS "byName",
        NULL AS type, NULL::uuid AS "entryId", NULL AS title
      FROM path_redirect r LEFT JOIN "user" u ON u.id = r.created_by_id
      UNION ALL
      SELECT replace(t.path, ':slug', r.slug), replace(t.path, ':slug', p.slug), r.created_at, NULL, NULL,
        p.type, p.entry_id, p.title
      FROM redirect r JOIN published_entry p ON p.entry_id = r.entry_id
      JOIN jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) AS t(type text, path text) ON t.type = r.type
      WHERE r.locale = ${locale}
    ) every_redirect
    WHERE (path ILIKE ${like} OR target ILIKE ${like})
      AND (${after === null}::boolean OR ("createdAt", path) < (${after?.at ?? null}::timestamptz, ${after?.path ?? null}))
    ORDER BY "createdAt" DESC, path DESC LIMIT ${limit}`;
}
