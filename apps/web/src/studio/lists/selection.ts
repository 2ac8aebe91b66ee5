/** Which rows of a list are selected. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** The row that was selected last: where a range begins. */
  anchor: string | null;
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** Selects a row, or takes it out again. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Does to all rows from the last one to this one what a click does to this one. Rows are in the order shown. */
export function toggleRange(selection: Selection, rows: readonly string[], id: string): Selection {
  const from = rows.indexOf(selection.anchor ?? "");
  const to = rows.indexOf(id);
  if (from === -1 || to === -1) return toggleRow(selection, id);
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  const next = new Set(selection.ids);
  const isSelecting = !selection.ids.has(id);
  for (const row of range) {
    if (isSelecting) next.add(row);
    else next.delete(row);
  }
  return { ids: next, anchor: id };
}
