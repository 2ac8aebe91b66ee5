import { findTargets } from "@letterpress/db/find-targets";
import { inReadTx } from "@letterpress/db/in-read-tx";
import type { Deps } from "../deps.ts";
import type { ReleaseProblem } from "../error-details.ts";
import { checkRelease } from "./check-release.ts";
import { findRelease } from "./find-release.ts";

/**
 * Why a release could not be published now; nothing where it could, is already, or has no entries. It waits for nobody,
 * and nobody for it. Throws `RELEASE_MISSING`.
 */
export async function releaseProblems(deps: Deps, { id }: { id: string }): Promise<ReleaseProblem[]> {
  return inReadTx(deps.db, async (db) => {
    const { publishedAt, items } = await findRelease(db, id);
    if (publishedAt !== null || items.length === 0) return [];
    const { problems } = await checkRelease(db, deps.model, id, (ids) => findTargets(db, ids));
    return problems;
  });
}
