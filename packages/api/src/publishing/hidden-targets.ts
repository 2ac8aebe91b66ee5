import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import type { EntryName } from "../error-details.ts";
import { linkFacets } from "../facets/facets-of.ts";

/** What published entries refer to and readers do not see; of that, what the actor may see, by title. */
export async function hiddenTargets(
  { db }: Deps,
  actor: Actor,
  publishedIds: string[],
): Promise<EntryName[]> {
  if (publishedIds.length === 0) return [];
  const links = await db.facet.findMany({
    where: { entryId: { in: publishedIds }, field: linkFacets.entries },
    select: { value: true },
    distinct: ["value"],
  });
  if (links.length === 0) return [];
  return db.entry.findMany({
    where: {
      AND: [
        visibleEntries(actor),
        { id: { in: links.map(({ value }) => value) }, publishedVersion: null, stage: { not: "archived" } },
      ],
    },
    select: { type: true, id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
}
