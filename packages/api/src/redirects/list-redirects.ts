import { literally } from "@letterpress/db/literally";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { earliestDate } from "../earliest-date.ts";
import { fail } from "../errors.ts";
import { latestDate } from "../latest-date.ts";
import type { Page } from "../listing/page.ts";
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

/** Hand-made redirects, the newest first. Throws `BAD_INPUT` for a cursor that no list answered. */
export async function listRedirects(
  { db }: Deps,
  { search = "", cursor, limit = 30 }: RedirectListQuery,
): Promise<Page<PathRedirect>> {
  const contains = { contains: literally(search), mode: "insensitive" as const };
  const after = cursor === undefined ? undefined : decode(cursor);
  const rows = await db.pathRedirect.findMany({
    where: {
      AND: [
        ...(search === "" ? [] : [{ OR: [{ path: contains }, { target: contains }] }]),
        ...(after
          ? [{ OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, path: { lt: after.path } }] }]
          : []),
      ],
    },
    orderBy: [{ createdAt: "desc" }, { path: "desc" }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const ids = shown.flatMap(({ createdById }) => createdById ?? []);
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const byId = new Map(users.map((user) => [user.id, user]));
  const last = shown.at(-1);
  return {
    items: shown.map(({ createdById, ...row }) => ({
      ...row,
      createdBy: byId.get(createdById ?? "") ?? null,
    })),
    nextCursor: rows.length > limit && last ? encode(last) : null,
  };
}

const place = z.tuple([z.int(), z.string().refine((path) => path.isWellFormed() && !path.includes("\0"))]);

function encode({ createdAt, path }: PathRedirect | { createdAt: Date; path: string }): string {
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
