import type { EntrySummary } from "@letterpress/client";
import { useState } from "react";
import { nothingSelected, type Selection, toggleRange, toggleRow } from "./selection.ts";

/** Rows that are selected, as far as the list shows them: what a filter or somebody else takes out is not acted on. */
export function useSelection(entries: readonly EntrySummary[]) {
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const rows = entries.map(({ id }) => id);
  const selected = entries.filter(({ id }) => selection.ids.has(id));
  return {
    selected,
    isSelected: (id: string) => selection.ids.has(id),
    select: (id: string, isRange: boolean) =>
      setSelection((now) => (isRange ? toggleRange(now, rows, id) : toggleRow(now, id))),
    /** All that are shown, or none of them when they are all selected. */
    selectAll: () =>
      setSelection(
        selected.length === entries.length ? nothingSelected : { ids: new Set(rows), anchor: null },
      ),
    selectOnly: (ids: readonly string[]) => setSelection({ ids: new Set(ids), anchor: null }),
    clear: () => setSelection(nothingSelected),
  };
}
