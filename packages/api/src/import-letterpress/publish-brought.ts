import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { findEntry } from "../entries/get-entry.ts";
import { applyChanges } from "../publishing/apply-changes.ts";
import { preparePublish } from "../publishing/prepare-publish.ts";
import type { Brought } from "./bring-entry.ts";
import { bringRedirects } from "./bring-redirects.ts";
import type { EntryFacts } from "./entry-facts.ts";
import type { PlannedEntry } from "./import-plan.ts";
import type { Outcome } from "./import-report.ts";

/** Publishes a revision that an import has saved, with the dates of its file where it is the first here. */
export async function publishBrought(
  deps: Deps,
  actor: Actor,
  { id, type }: PlannedEntry,
  { version, isFirst }: NonNullable<Brought["publish"]>,
  { publishedAt, updatedAt, _redirects: slugs = [] }: EntryFacts,
): Promise<Outcome> {
  const row = await findEntry(deps.db, actor, { type: type.name, id });
  const prepared = await preparePublish(deps.db, deps.model, row, version);
  const now = isFirst ? (updatedAt ?? publishedAt ?? deps.clock()) : deps.clock();
  await withTx(deps.db, async (tx) => {
    await applyChanges(tx, actor, {
      publish: [prepared],
      unpublish: [],
      now,
      publishedAt: () => publishedAt,
    });
    await bringRedirects(tx, { id, type }, slugs);
  });
  return "changed";
}
