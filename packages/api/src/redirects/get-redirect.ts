import { getPathRedirect } from "@letterpress/db/get-path-redirect";
import { inSnapshot } from "@letterpress/db/in-snapshot";
import type { Reads } from "@letterpress/db/reads";
import type { ContentModel } from "@letterpress/model/content-type";
import type { Deps } from "../deps.ts";
import { encodePath, normalisePath } from "./normalise-path.ts";
import { pageAt } from "./page-at.ts";
import { parseTarget, type RedirectTarget } from "./redirect-target.ts";

/**
 * Where a path leads that has no page of its own: to the page of the entry that once was there, or where somebody has
 * said. `null` where it has a page, and where it leads nowhere. Never more than one step away from the page.
 */
export async function getRedirect(
  { reads, model, publicUrl }: Pick<Deps, "reads" | "model" | "publicUrl">,
  input: { path: string },
): Promise<{ target: string } | null> {
  const path = normalisePath(input.path);
  if (path === null) return null;
  return inSnapshot(reads, async (snapshot) => {
    const page = await pageAt(snapshot, model, path);
    if (page !== null) return page === path ? null : { target: encodePath(page) };
    const made = await getPathRedirect(snapshot, path);
    const to = made === null ? null : parseTarget(made, publicUrl);
    // The publication may have got this address since.
    if (!to || to.path === path) return null;
    return { target: await targetNow(snapshot, model, to) };
  });
}

/** The page at the target may have moved since the redirect was made. */
async function targetNow(reads: Reads, model: ContentModel, to: RedirectTarget): Promise<string> {
  const page = to.path === null ? null : await pageAt(reads, model, to.path);
  return page === null ? to.address : encodePath(page) + to.rest;
}
