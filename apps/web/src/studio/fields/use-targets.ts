import type { EntrySummary } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { entryPageQuery } from "../connection/queries.ts";

/** The entries with these ids: `undefined` while they load, `null` for one that is gone or not to be seen. */
export function useTargets(type: string, ids: string[]): (id: string) => EntrySummary | null | undefined {
  const { data: page, isPlaceholderData } = useQuery({
    ...entryPageQuery(type, { ids, limit: 100 }),
    enabled: ids.length > 0,
  });
  const known = new Map(page?.items.map((entry) => [entry.id, entry]));
  return (id) => known.get(id) ?? (page === undefined || isPlaceholderData ? undefined : null);
}
