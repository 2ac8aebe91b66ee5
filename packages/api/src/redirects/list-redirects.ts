import { type RedirectRow, readRedirects } from "@letterpress/db/read-redirects";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { earliestDate } from "../earliest-date.ts";
import { fail } from "../errors.ts";
import { latestDate } from "../latest-date.ts";
import type { Page } from "../listing/page.ts";
import { mainLocale } from "../model/main-locale.ts";
import { encodePath } from "./normalise-path.ts";
import type { PathRedirect } from "./path-redirect.ts";

/** What a list of redirects is asked for. */
export interface RedirectListQuery {
  /** A part of the path or of the target. */
  search?: string | undefined;
  /** The `nextCursor` of the page before. */
  cursor?: string | undefined;
  /** Redirects on a page: 1 to 100, 30 unless told. */
  limit?: number | undefined;
}

/** Redirects that lead somewhere, the newest first: those made by hand, and those of slugs. Throws `BAD_INPUT` for a cursor that no list answered. */
export async function listRedirects(
  { db, model }: Deps,
  { search = "", cursor, limit = 30 }: RedirectListQuery,
): Promise<Page<PathRedirect>> {
  const rows = await readRedirects(db, {
    pages: Object.values(model).flatMap(({ name: type, path }) => (path === null ? [] : [{ type, path }])),
    locale: mainLocale,
    search,
    after: cursor === undefined ? null : decode(cursor),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toRedirect),
    nextCursor: rows.length > limit && last ? encode(last) : null,
  };
}

function toRedirect(row: RedirectRow): PathRedirect {
  const { path, createdAt, byId, byName, type, entryId, title } = row;
  const entry = type === null || entryId === null || title === null ? null : { type, id: entryId, title };
  return {
    path,
    // Those of slugs are kept as paths, those made by hand as addresses.
    target: entry ? encodePath(row.target) : row.target,
    createdAt,
    createdBy: byId === null || byName === null ? null : { id: byId, name: byName },
    entry,
  };
}

const place = z.tuple([z.int(), z.string().refine((path) => path.isWellFormed() && !path.includes("\0"))]);

function encode({ createdAt, path }: { createdAt: Date; path: string }): string {
  return Buffer.from(JSON.stringify([createdAt.getTime(), path])).toString("base64url");
}

function decode(cursor: string): { at: Date; path: string } {
  const result = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue("no JSON");
        return z.NEVER;
      }
    })
    .pipe(place)
    .safeParse(Buffer.from(cursor, "base64url").toString());
  const at = new Date(result.data?.[0] ?? Number.NaN);
  if (!result.success || !(at >= earliestDate && at <= latestDate))
    return fail("BAD_INPUT", {
      issues: [{ path: "cursor", message: "Use a nextCursor that a list answered." }],
    });
  return { at, path: result.data[1] };
}
