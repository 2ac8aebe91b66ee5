import { withTx } from "@letterpress/db/with-tx";
import type { Deps } from "../deps.ts";
import type { ReleaseProblem } from "../error-details.ts";
import { checkRelease } from "./check-release.ts";
import { findRelease } from "./find-release.ts";

/** Why a release could not be published now; nothing where it could, is already, or has no entries. Throws `RELEASE_MISSING`. */
export async function releaseProblems(
  { db, model }: Deps,
  { id }: { id: string },
): Promise<ReleaseProblem[]> {
  return withTx(db, async (tx) => {
    const { publishedAt, items } = await findRelease(tx, id);
    return publishedAt !== null || items.length === 0 ? [] : (await checkRelease(tx, model, id)).problems;
  });
}
