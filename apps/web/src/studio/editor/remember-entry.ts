import type { Entry } from "@letterpress/client";
import { isListOf } from "../connection/is-changed-by.ts";
import { entryQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import { refreshSoon } from "../connection/refresh-soon.ts";

/** Shows an entry as the server just answered it, here at once and in lists after they asked again. */
export function rememberEntry(entry: Entry): void {
  const { queryKey } = entryQuery(entry.type, entry.id);
  const isAsked = queryClient.isFetching({ queryKey }) > 0;
  // An answer that is on its way may be older than this one. It takes its leave before this line ends.
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, (known) => (known && known.version > entry.version ? known : entry));
  if (isAsked) void queryClient.invalidateQueries({ queryKey });
  refreshLists(entry.type);
}

/** Takes a deleted entry out of what is shown. */
export function forgetEntry({ type, id }: Pick<Entry, "type" | "id">): void {
  queryClient.removeQueries({ queryKey: entryQuery(type, id).queryKey });
  refreshLists(type);
}

/** Together with what the event of the same change asks again. */
function refreshLists(type: string) {
  refreshSoon(({ queryKey }) => isListOf(type, queryKey));
}
