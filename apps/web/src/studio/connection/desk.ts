import type { press } from "./press.ts";

type Answer<Call extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>;

/** A line of the calendar: what was published, or is to be. */
export type CalendarItem = Answer<typeof press.calendar.list>[number];

export type Release = Answer<typeof press.releases.get>;
export type ReleaseSummary = Answer<typeof press.releases.list>["items"][number];

/** What a release does with an entry. */
export type ReleaseItem = Release["items"][number];

/** An entry in the bin. */
export type BinnedEntry = Answer<typeof press.bin.list>["items"][number];

/** A redirect that somebody made by hand, or that an entry left where it was. */
export type PathRedirect = Answer<typeof press.redirects.list>["items"][number];

/** What the history is asked for, but for the page. */
export type EventListQuery = Omit<
  NonNullable<Parameters<typeof press.events.list>[0]>,
  "cursor" | "limit" | "entryId"
>;
