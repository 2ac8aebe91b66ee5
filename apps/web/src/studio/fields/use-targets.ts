import type { EntryChoice } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { entryChoicesQuery } from "../connection/queries.ts";

/** The entries with these ids: `undefined` while they load, `null` for one that is gone or not to be seen. */
export function useTargets(type: string, ids: string[]): (id: string) => EntryChoice | null | undefined {
  const { data: choices, isPlaceholderData } = useQuery({
    ...entryChoicesQuery(type, { ids, limit: 100 }),
    enabled: ids.length > 0,
  });
  const known = new Map(choices?.map((entry) => [entry.id, entry]));
  return (id) => known.get(id) ?? (choices === undefined || isPlaceholderData ? undefined : null);
}
