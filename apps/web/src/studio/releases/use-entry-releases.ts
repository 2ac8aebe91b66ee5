import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { fetched } from "../connection/call.ts";
import { releaseQuery, releasesKey } from "../connection/desk-queries.ts";
import { press } from "../connection/press.ts";

/** As many as anybody works on at once. */
const limit = 50;

const openReleasesQuery = queryOptions({
  queryKey: [...releasesKey, "list", "choices"],
  queryFn: () => fetched(press.releases.list({ state: "open", limit })),
});

const releasesOfQuery = (entryId: string) =>
  queryOptions({
    queryKey: [...releasesKey, "list", "of", entryId],
    queryFn: () => fetched(press.releases.list({ state: "open", entryId, limit })),
  });

/** The releases that an entry is in, and those that it could be put into. */
export function useEntryReleases(entryId: string) {
  const mine = useQuery(releasesOfQuery(entryId));
  const open = useQuery(openReleasesQuery);
  const ids = (mine.data?.items ?? []).map(({ id }) => id);
  const releases = useQueries({ queries: ids.map((id) => releaseQuery(id)) }).flatMap(
    ({ data }) => data ?? [],
  );
  const others = (open.data?.items ?? []).filter(({ id }) => !ids.includes(id));
  return { releases, others, error: mine.error ?? open.error };
}
