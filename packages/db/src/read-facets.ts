import type { SignalQuery } from "./signals.ts";

export interface FacetRow {
  type: string;
  field: string;
  value: string;
}

/** What published entries are found by at this moment. */
export function readFacets(query: SignalQuery, entryIds: string[]): Promise<FacetRow[]> {
  return query<FacetRow & Record<string, unknown>>(
    "SELECT DISTINCT type, field, value FROM facet WHERE entry_id = ANY($1::uuid[])",
    [entryIds],
  );
}
