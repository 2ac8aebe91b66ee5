import { type CalendarRow, readCalendar } from "@letterpress/db/read-calendar";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { earliestDate } from "../earliest-date.ts";
import { type ScheduleFailure, scheduleFailureOutput } from "../entries/entry.ts";
import { type EntryStatus, entryStatuses, statusOf } from "../entries/entry-status.ts";
import { onlyOf } from "../entries/visible-entries.ts";
import { latestDate } from "../latest-date.ts";

/** What was published at a moment, or is to be. */
export interface CalendarItem {
  /** `published`: an entry whose first time it was. `release`: one that is scheduled or published. */
  kind: "scheduled" | "published" | "release";
  at: Date;
  entry: { id: string; type: string; title: string; status: EntryStatus } | null;
  release: { id: string; name: string } | null;
  /** Why it was not published at its time. */
  failure: ScheduleFailure | null;
  /** It should have been published more than 5 seconds ago, and has not failed: no server is running, say. */
  isLate: boolean;
}

export const calendarItemOutput: z.ZodType<CalendarItem> = z.object({
  kind: z.enum(["scheduled", "published", "release"]),
  at: z.date(),
  entry: z
    .object({ id: z.string(), type: z.string(), title: z.string(), status: z.enum(entryStatuses) })
    .nullable(),
  release: z.object({ id: z.string(), name: z.string() }).nullable(),
  failure: scheduleFailureOutput.nullable(),
  isLate: z.boolean(),
});

/** A stretch of time, or what has failed or is late in all of it. */
type CalendarQuery = { from: Date; to: Date } | { troubled: true };

const itemsMax = 500;

/** The first 500, the earliest first. Releases are for those who manage them. */
export async function listCalendar(
  { db }: Deps,
  actor: Actor,
  query: CalendarQuery,
): Promise<CalendarItem[]> {
  const rows = await readCalendar(db, {
    ...("troubled" in query
      ? { from: earliestDate, to: latestDate, onlyTroubled: true }
      : { ...query, onlyTroubled: false }),
    visibleTo: onlyOf(actor) ?? null,
    withReleases: isAllowed(actor, "releases.manage"),
    limit: itemsMax,
  });
  return rows.map(toItem);
}

function toItem(row: CalendarRow): CalendarItem {
  const { kind, at, id, title, isLate, type } = row;
  return {
    kind,
    at,
    entry: type === null ? null : { id, type, title, status: statusOf(row) },
    release: type === null ? { id, name: title } : null,
    failure: row.failure as ScheduleFailure | null,
    isLate,
  };
}
