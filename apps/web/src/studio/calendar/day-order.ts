import type { CalendarItem } from "../connection/desk.ts";
import { lineState } from "./line-state.ts";

/**
 * The lines of a day, those first that somebody may have to look after: what went wrong, what is to come, then entries
 * that have a page, then the rest. Each of these in the order given.
 */
export function dayOrder(
  items: readonly CalendarItem[],
  typesWithPages: ReadonlySet<string>,
  now: Date,
): CalendarItem[] {
  const place = (item: CalendarItem) => {
    const state = lineState(item, now);
    if (state !== "done") return state === "troubled" ? 0 : 1;
    return item.entry && !typesWithPages.has(item.entry.type) ? 3 : 2;
  };
  return items.toSorted((a, b) => place(a) - place(b));
}
