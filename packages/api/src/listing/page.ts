import { encodeCursor, type Place } from "./cursor.ts";

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** Give it as `cursor` to get the next page; `null` on the last. */
  nextCursor: string | null;
}

/** Makes a page of rows that were read one beyond the limit, to know whether there are more. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  { placeOf, toItem }: { placeOf: (row: Row) => Place; toItem: (row: Row) => Item },
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null,
  };
}
