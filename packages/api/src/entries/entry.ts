import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentModel, ContentType, DraftFields } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import type { FieldIssue } from "../error-details.ts";
import { currentFields } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";
import { possibleActions, type WorkflowAction, workflowActions } from "../workflow/transitions.ts";
import { type EntryStatus, entryStatuses, statusOf } from "./entry-status.ts";

/** An entry in lists and pickers. */
export interface EntrySummary {
  id: string;
  type: string;
  slug: string;
  /** Empty while the draft has none. */
  title: string;
  /** Number of the latest revision, from 1. */
  version: number;
  status: EntryStatus;
  /** Readers see a revision of it, whatever its status. */
  isPublished: boolean;
  createdAt: Date;
  updatedAt: Date;
  /** When it was first published; `null` if never. */
  publishedAt: Date | null;
  /** What will be published by itself; `null` when nothing. */
  schedule: EntrySchedule | null;
  /** The user who is to work on it next. */
  assigneeId: string | null;
  /** Its address on the reader site; `null` where the type has no pages. */
  path: string | null;
  /** What whoever asked may do with it now. */
  actions: WorkflowAction[];
}

export interface EntrySchedule {
  /** By the clock of the database. */
  at: Date;
  /** The revision that will be published: later ones are not. */
  version: number;
  /** Why it was not published at its time. It is not tried again: mend what it says, and schedule it anew. */
  failure: ScheduleFailure | null;
}

export interface ScheduleFailure {
  /** Of the table of errors. */
  code: string;
  message: string;
  /** The fields that it is about; empty where it is about none. */
  issues: FieldIssue[];
}

/** An entry with its draft, as editors work on it. */
export interface Entry<T extends ContentType = ContentType> extends EntrySummary {
  fields: DraftFields<T>;
  /** The revision that readers see; `null` while it is not published. */
  publishedVersion: number | null;
}

export const scheduleFailureOutput = z.object({
  code: z.string(),
  message: z.string(),
  // Failures that were written before issues were kept have none.
  issues: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

export const entrySummaryOutput = z.object({
  id: z.string(),
  type: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.number(),
  status: z.enum(entryStatuses),
  isPublished: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  publishedAt: z.date().nullable(),
  schedule: z
    .object({ at: z.date(), version: z.number(), failure: scheduleFailureOutput.nullable() })
    .nullable(),
  assigneeId: z.string().nullable(),
  path: z.string().nullable(),
  actions: z.array(z.enum(workflowActions)),
});

export const entryOutput = entrySummaryOutput.extend({
  fields: z.record(z.string(), z.unknown()),
  publishedVersion: z.number().nullable(),
});

export const summarySelect = {
  id: true,
  type: true,
  slug: true,
  title: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  firstPublishedAt: true,
  publishedVersion: true,
  stage: true,
  scheduledFor: true,
  scheduledVersion: true,
  scheduleFailure: true,
  assigneeId: true,
  createdById: true,
} as const satisfies Prisma.EntrySelect;

export const entrySelect = {
  ...summarySelect,
  schemaVersion: true,
  fields: true,
} as const satisfies Prisma.EntrySelect;

export type SummaryRow = Prisma.EntryGetPayload<{ select: typeof summarySelect }>;
export type EntryRow = Prisma.EntryGetPayload<{ select: typeof entrySelect }>;

export function isPublished({ publishedVersion }: Pick<SummaryRow, "publishedVersion">): boolean {
  return publishedVersion !== null;
}

/** The actor has made the entry. */
export function isOwn(actor: Actor, { createdById }: Pick<SummaryRow, "createdById">): boolean {
  return actor.kind === "user" && actor.userId === createdById;
}

export function toSummary(model: ContentModel, actor: Actor, row: SummaryRow): EntrySummary {
  const { id, type, slug, title, version, createdAt, updatedAt, assigneeId } = row;
  const { scheduledFor: at, scheduledVersion, scheduleFailure } = row;
  const position = { status: statusOf(row), isPublished: isPublished(row) };
  return {
    id,
    type,
    slug,
    title,
    version,
    ...position,
    createdAt,
    updatedAt,
    publishedAt: row.firstPublishedAt,
    schedule:
      at === null || scheduledVersion === null
        ? null
        : { at, version: scheduledVersion, failure: scheduleFailure as ScheduleFailure | null },
    assigneeId,
    path: entryPath(requireType(model, type), slug),
    actions: possibleActions(actor, { ...position, isOwn: isOwn(actor, row) }),
  };
}

/** The draft is in the form of its type's current version. Throws `UPGRADE_FAILED`. */
export function toEntry(model: ContentModel, actor: Actor, row: EntryRow): Entry {
  const fields = currentFields(requireType(model, row.type), row);
  return withFields(model, actor, row, fields);
}

/** The same, with fields that are at hand. */
export function withFields(
  model: ContentModel,
  actor: Actor,
  row: EntryRow,
  fields: Record<string, unknown>,
): Entry {
  const { slug, publishedVersion } = row;
  return { ...toSummary(model, actor, row), fields: { ...fields, slug }, publishedVersion };
}
