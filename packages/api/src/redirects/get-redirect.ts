import type { DbOrTx } from "@letterpress/db/create-db";
import { inSnapshot } from "@letterpress/db/in-snapshot";
import type { ContentModel } from "@letterpress/model/content-type";
import type { Deps } from "../deps.ts";
import { encodePath, normalisePath } from "./normalise-path.ts";
import { pageAt } from "./page-at.ts";
import { parseTarget } from "./redirect-target.ts";

/**
 * Where a path leads that has no page of its own: to the page of the entry that once was there, or where somebody has
 * said. `null` where it has a page, and where it leads nowhere. Never more than one step away from the page.
 */
export async function getRedirect(
  { reads, model }: Pick<Deps, "reads" | "model">,
  input: { path: string },
): Promise<{ target: string } | null> {
  const path = normalisePath(input.path);
  if (path === null) return null;
  return inSnapshot(reads, async (snapshot) => {
    const page = await pageAt(snapshot, model, path);
    if (page !== null) return page === path ? null : { target: encodePath(page) };
    const made = await snapshot.pathRedirect.findUnique({ where: { path }, select: { target: true } });
    return made && { target: await targetNow(snapshot, model, made.target) };
  });
}

/** The page at the target may have moved since the redirect was made. */
async function targetNow(db: DbOrTx, model: ContentModel, target: string): Promise<string> {
  const parsed = parseTarget(target);
  if (!parsed || parsed.path === null) return target;
  const page = await pageAt(db, model, parsed.path);
  return page === null ? target : encodePath(page) + parsed.rest;
}
