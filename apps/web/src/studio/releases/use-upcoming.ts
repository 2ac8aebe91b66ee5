import type { UpcomingChange } from "@letterpress/client";
import { useQueries } from "@tanstack/react-query";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { upcomingQuery } from "../connection/desk-queries.ts";

/**
 * The earliest release that changes an entry by itself, by the entry's id: asked once for each of the pages that a list
 * has loaded. Nothing for those who do not manage releases.
 */
export function useUpcoming(pages: readonly (readonly string[])[]): ReadonlyMap<string, UpcomingChange> {
  const { role } = useMe();
  const enabled = may(role, "manageReleases");
  const answers = useQueries({
    queries: pages.map((ids) => ({ ...upcomingQuery(ids), enabled: enabled && ids.length > 0 })),
  });
  const upcoming = new Map<string, UpcomingChange>();
  for (const change of answers.flatMap(({ data }) => data ?? []))
    if (!upcoming.has(change.entryId)) upcoming.set(change.entryId, change);
  return upcoming;
}
