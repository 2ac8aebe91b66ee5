import type { Entry } from "@letterpress/client";
import { entriesKey, entryQuery } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";

/** Shows an entry as the server just answered it, here at once and in lists after they asked again. */
export function rememberEntry(entry: Entry): void {
  queryClient.setQueryData(entryQuery(entry.type, entry.id).queryKey, entry);
  refreshLists(entry.type);
}

/** Takes a deleted entry out of what is shown. */
export function forgetEntry({ type, id }: Pick<Entry, "type" | "id">): void {
  queryClient.removeQueries({ queryKey: entryQuery(type, id).queryKey });
  refreshLists(type);
}

function refreshLists(type: string) {
  for (const kind of ["list", "page", "choices"])
    void queryClient.invalidateQueries({ queryKey: [...entriesKey(type), kind] });
}
