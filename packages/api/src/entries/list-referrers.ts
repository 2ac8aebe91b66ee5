import { draftsNaming } from "@letterpress/db/drafts-naming";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import type { EntryName } from "../error-details.ts";
import { linkFacets } from "../facets/facets-of.ts";
import { findEntry } from "./get-entry.ts";
import { onlyOf } from "./visible-entries.ts";

/** What refers to an entry. */
export interface Referrers {
  /** Published entries: while there are any, the entry cannot be deleted. */
  published: EntryName[];
  /** Others, whose drafts do: once the entry is deleted they cannot be published as they are. */
  drafts: EntryName[];
}

/** Names of each kind at most. */
const named = 20;

/**
 * What refers to an entry, as far as the actor may see it: 20 of each kind at most. A hint, not a promise: in a very
 * large publication drafts are left out. Throws `ENTRY_MISSING`.
 */
export async function listReferrers(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string },
): Promise<Referrers> {
  const { id } = await findEntry(deps.db, actor, input);
  const facets = await deps.db.facet.findMany({
    where: { field: linkFacets.entries, value: id, entryId: { not: id } },
    select: { entry: { select: { type: true, entryId: true, title: true } } },
    take: named,
  });
  const published = facets.map(({ entry }) => ({ type: entry.type, id: entry.entryId, title: entry.title }));
  const drafts = await draftsNaming(deps.db, { namedId: id, visibleTo: onlyOf(actor) ?? null, limit: named });
  const isPublished = new Set(published.map((entry) => entry.id));
  return { published, drafts: drafts.filter((entry) => !isPublished.has(entry.id)) };
}
