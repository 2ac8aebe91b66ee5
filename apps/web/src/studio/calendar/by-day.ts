import type { CalendarItem } from "../connection/desk.ts";
import { dayKey } from "./month.ts";

/** What is on each day, in the order given, under the day's name. */
export function byDay(items: readonly CalendarItem[]): Map<string, CalendarItem[]> {
  const days = new Map<string, CalendarItem[]>();
  for (const item of items) {
    const key = dayKey(item.at);
    const day = days.get(key);
    if (day) day.push(item);
    else days.set(key, [item]);
  }
  return days;
}

/** A key that no other line of the calendar has. */
export function itemKey({ kind, entry, release, at }: CalendarItem): string {
  return `${kind} ${entry?.id ?? release?.id} ${at.getTime()}`;
}
