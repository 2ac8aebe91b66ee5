import type { Release } from "../connection/desk.ts";
import { calendarKey, releaseQuery, releasesKey } from "../connection/desk-queries.ts";
import { queryClient } from "../connection/query-client.ts";

/** Shows a release as the server just answered it, here at once and elsewhere after it was asked again. */
export function rememberRelease(release: Release): void {
  queryClient.setQueryData(releaseQuery(release.id).queryKey, release);
  for (const kind of ["list", "problems", "references"])
    void queryClient.invalidateQueries({ queryKey: [...releasesKey, kind] });
  void queryClient.invalidateQueries({ queryKey: calendarKey });
}
