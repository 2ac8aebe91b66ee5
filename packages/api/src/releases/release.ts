import type { Prisma } from "@letterpress/db/generated/client";
import { z } from "zod";
import { type ScheduleFailure, scheduleFailureOutput } from "../entries/entry.ts";
import { type EntryStatus, entryStatuses, statusOf } from "../entries/entry-status.ts";

/** A release in lists. */
export interface ReleaseSummary {
  id: string;
  name: string;
  note: string;
  createdAt: Date;
  updatedAt: Date;
  itemCount: number;
  /** When it will be published by itself; `null` when somebody has to. */
  schedule: ReleaseSchedule | null;
  /** It does not change any more from then on. */
  publishedAt: Date | null;
}

export interface ReleaseSchedule {
  /** By the clock of the database. */
  at: Date;
  /** Why it was not published at its time. It is not tried again: mend what it says, and schedule it anew. */
  failure: ScheduleFailure | null;
}

export type ReleaseAction = "publish" | "unpublish";

/** What a release does with an entry. */
export interface ReleaseItem {
  entryId: string;
  type: string;
  title: string;
  slug: string;
  action: ReleaseAction;
  /** The revision that is published; `null` where it is unpublished. */
  version: number | null;
  /** The latest revision of the entry. */
  currentVersion: number;
  status: EntryStatus;
}

/** A named set of changes to many entries that readers get together or not at all. */
export interface Release extends ReleaseSummary {
  items: ReleaseItem[];
}

export const releaseActions = ["publish", "unpublish"] as const;

export const releaseSummaryOutput = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
  itemCount: z.number(),
  schedule: z.object({ at: z.date(), failure: scheduleFailureOutput.nullable() }).nullable(),
  publishedAt: z.date().nullable(),
});

export const releaseOutput: z.ZodType<Release> = releaseSummaryOutput.extend({
  items: z.array(
    z.object({
      entryId: z.string(),
      type: z.string(),
      title: z.string(),
      slug: z.string(),
      action: z.enum(releaseActions),
      version: z.number().nullable(),
      currentVersion: z.number(),
      status: z.enum(entryStatuses),
    }),
  ),
});

export const releaseSummarySelect = {
  id: true,
  name: true,
  note: true,
  createdAt: true,
  updatedAt: true,
  scheduledFor: true,
  scheduledById: true,
  scheduleFailure: true,
  publishedAt: true,
  _count: { select: { items: true } },
} as const satisfies Prisma.ReleaseSelect;

export const releaseSelect = {
  ...releaseSummarySelect,
  items: {
    select: {
      action: true,
      version: true,
      entry: {
        select: {
          id: true,
          type: true,
          title: true,
          slug: true,
          version: true,
          stage: true,
          publishedVersion: true,
          firstPublishedAt: true,
          scheduledFor: true,
        },
      },
    },
    orderBy: [{ addedAt: "asc" }, { entryId: "asc" }],
  },
} as const satisfies Prisma.ReleaseSelect;

export type ReleaseSummaryRow = Prisma.ReleaseGetPayload<{ select: typeof releaseSummarySelect }>;
export type ReleaseRow = Prisma.ReleaseGetPayload<{ select: typeof releaseSelect }>;

export function toReleaseSummary(row: ReleaseSummaryRow): ReleaseSummary {
  const { id, name, note, createdAt, updatedAt, publishedAt, scheduledFor: at } = row;
  const failure = row.scheduleFailure as ScheduleFailure | null;
  return {
    id,
    name,
    note,
    createdAt,
    updatedAt,
    itemCount: row._count.items,
    schedule: at === null ? null : { at, failure },
    publishedAt,
  };
}

export function toRelease(row: ReleaseRow): Release {
  const items = row.items.map(({ action, version, entry }) => ({
    entryId: entry.id,
    type: entry.type,
    title: entry.title,
    slug: entry.slug,
    action,
    version,
    currentVersion: entry.version,
    status: statusOf(entry),
  }));
  return { ...toReleaseSummary(row), items };
}
