import type { CalendarItem } from "../connection/desk.ts";

/** `troubled`: it failed or is late. */
export type LineState = "troubled" | "toCome" | "done";

/** How a line of the calendar stands. Of a release, the calendar tells only when: what has not gone wrong is done then. */
export function lineState({ kind, at, failure, isLate }: CalendarItem, now: Date): LineState {
  if (failure || isLate) return "troubled";
  return kind === "scheduled" || (kind === "release" && at > now) ? "toCome" : "done";
}
