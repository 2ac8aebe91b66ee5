import type { ContentModel, ContentType, FieldChanges, NewFields } from "@letterpress/model/content-type";
import { fieldChangesSchema } from "@letterpress/model/field-schemas";
import { storableText } from "@letterpress/model/storable-text";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { earliestDate } from "../earliest-date.ts";
import type { FieldIssue } from "../error-details.ts";
import type { Page } from "../listing/page.ts";
import { type PreviewProcedures, previewProcedures } from "../preview/preview-procedures.ts";
import type { Mutation, Query } from "../procedure-types.ts";
import { type PlanProcedures, planProcedures } from "../publishing/plan-procedures.ts";
import { type DraftAt, publishEntry } from "../publishing/publish-entry.ts";
import { unpublishEntry } from "../publishing/unpublish-entry.ts";
import { type ScheduleProcedures, scheduleProcedures } from "../scheduling/schedule-procedures.ts";
import { procedure, router } from "../trpc.ts";
import { permissionFor } from "../workflow/transitions.ts";
import { type WorkflowProcedures, workflowProcedures } from "../workflow/workflow-procedures.ts";
import { type BulkProcedures, bulkProcedures } from "./bulk-procedures.ts";
import { checkChanges } from "./check-changes.ts";
import { createEntry } from "./create-entry.ts";
import { deleteEntry } from "./delete-entry.ts";
import { type Entry, type EntrySummary, entryOutput, entrySummaryOutput } from "./entry.ts";
import { type EntryStatus, entryStatuses } from "./entry-status.ts";
import { getEntry } from "./get-entry.ts";
import { type EntryChoice, listChoices } from "./list-choices.ts";
import { listEntries } from "./list-entries.ts";
import { type ReferrerProcedures, referrerProcedures } from "./referrer-procedures.ts";
import { type Revision, type RevisionSummary, revisionNote, revisionVersion } from "./revision.ts";
import { revisionProcedures } from "./revision-procedures.ts";
import { saveEntry } from "./save-entry.ts";

/** What a list of entries is asked for. */
export interface EntryListQuery {
  /** Words of the title, in any order. */
  search?: string | undefined;
  /** Archived entries are in lists only when they are asked for: so, or by `ids`. */
  status?: EntryStatus | undefined;
  /** The user who is to work on them next. */
  assigneeId?: string | undefined;
  /** Only these entries. At most 100. */
  ids?: string[] | undefined;
  /** The `nextCursor` of the page before. */
  cursor?: string | undefined;
  /** Entries on a page: 1 to 100, 30 unless told. */
  limit?: number | undefined;
}

/** What entries to refer to are asked for by. */
export interface EntryChoiceQuery {
  /** Words of the title, in any order. */
  search?: string | undefined;
  /** Only these entries. At most 100. */
  ids?: string[] | undefined;
  /** 1 to 100, 30 unless told. */
  limit?: number | undefined;
}

interface EntryAt {
  id: string;
  /** The version that the caller looked at; any other answers `ENTRY_STALE`. */
  expectedVersion: number;
}

/** What is said of a new entry. */
export interface NewEntryOptions {
  /**
   * A UUID of the caller's choice, best of version 7, which sorts by time: a call that is made again, as its answer was
   * lost, then answers the entry that it made the first time. `BAD_INPUT` where somebody else has used it,
   * `ENTRY_STALE` where the entry has other fields by now.
   */
  id?: string | undefined;
  /** As of {@link SaveOptions}. */
  autosave?: boolean | undefined;
}

/** What is said of a save. */
export interface SaveOptions {
  /**
   * Nobody asked for it, the Studio saves by itself: the next save by the same user within ten minutes of the first
   * such one stands for it in the list of revisions.
   */
  autosave?: boolean | undefined;
  /** What its author says of the revision. At most 200 characters. */
  note?: string | undefined;
}

/** What revisions are asked for by. */
export interface RevisionQuery {
  /** Of the entry. */
  id: string;
  /** The `nextCursor` of the page before. */
  cursor?: string | undefined;
  /** Revisions on a page: 1 to 100, 30 unless told. */
  limit?: number | undefined;
}

/** The editors' procedures of every content type. */
export type EntriesProcedures<Model extends ContentModel> = {
  [K in keyof Model]: {
    get: Query<{ id: string }, Entry<Model[K]>>;
    list: Query<EntryListQuery | undefined, Page<EntrySummary>>;
    choices: Query<EntryChoiceQuery | undefined, EntryChoice[]>;
    create: Mutation<NewEntryOptions & { fields: NewFields<Model[K]> }, Entry<Model[K]>>;
    save: Mutation<EntryAt & SaveOptions & { fields: FieldChanges<Model[K]> }, Entry<Model[K]>>;
    publish: Mutation<
      EntryAt & {
        publishedAt?: Date | undefined;
        /** Other drafts that are published with it: all of them, or none. At most 50. */
        with?: DraftAt[] | undefined;
      },
      Entry<Model[K]>
    >;
    unpublish: Mutation<{ id: string }, Entry<Model[K]>>;
    delete: Mutation<EntryAt, void>;
    check: Mutation<{ fields: Readonly<Record<string, unknown>> }, { issues: FieldIssue[] }>;
    revisions: Query<RevisionQuery, Page<RevisionSummary>>;
    revision: Query<{ id: string; version: number }, Revision<Model[K]>>;
    restore: Mutation<EntryAt & { version: number; note?: string | undefined }, Entry<Model[K]>>;
  } & WorkflowProcedures<Model[K]> &
    BulkProcedures &
    PlanProcedures &
    PreviewProcedures &
    ReferrerProcedures &
    ScheduleProcedures<Model[K]>;
};

/** `entries.<type>.*`: drafts, for editors. */
export function entriesRouter<Model extends ContentModel>(model: Model): EntriesProcedures<Model> {
  const procedures = Object.entries(model).map(([name, type]) => [name, proceduresOf(type)]);
  return Object.fromEntries(procedures) as EntriesProcedures<Model>;
}

const entryAt = { id: uuid(), expectedVersion: revisionVersion };

function proceduresOf(type: ContentType) {
  const fields = fieldChangesSchema(type);
  const of = { type: type.name };
  return router({
    get: procedure("entries.read")
      .input(z.strictObject({ id: uuid() }))
      .output(entryOutput)
      .query(({ ctx, input }) => getEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    list: procedure("entries.read")
      .input(
        z
          .strictObject({
            search: storableText().max(200).optional(),
            status: z.enum(entryStatuses).optional(),
            assigneeId: uuid().optional(),
            ids: z.array(uuid()).max(100).optional(),
            cursor: z.string().max(200).optional(),
            limit: z.int().min(1).max(100).optional().default(30),
          })
          .optional(),
      )
      .output(z.object({ items: z.array(entrySummaryOutput), nextCursor: z.string().nullable() }))
      .query(({ ctx, input }) => listEntries(ctx.deps, ctx.actor, { limit: 30, ...input, ...of })),

    choices: procedure("entries.read")
      .input(
        z
          .strictObject({
            search: storableText().max(200).optional(),
            ids: z.array(uuid()).max(100).optional(),
            limit: z.int().min(1).max(100).optional().default(30),
          })
          .optional(),
      )
      .output(
        z.array(
          z.object({ id: z.string(), title: z.string(), isPublished: z.boolean(), isEditable: z.boolean() }),
        ),
      )
      .query(({ ctx, input }) => listChoices(ctx.deps, ctx.actor, { limit: 30, ...input, ...of })),

    create: procedure("entries.write")
      .input(z.strictObject({ id: uuid().optional(), fields, autosave: z.boolean().optional() }))
      .output(entryOutput)
      .mutation(({ ctx, input }) => createEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    save: procedure("entries.write")
      .input(
        z.strictObject({
          ...entryAt,
          fields,
          autosave: z.boolean().optional(),
          note: revisionNote.optional(),
        }),
      )
      .output(entryOutput)
      .mutation(({ ctx, input }) => saveEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    publish: procedure("entries.publish")
      .input(
        z.strictObject({
          ...entryAt,
          publishedAt: z.date().min(earliestDate, "Use a date after the year 0.").optional(),
          with: z
            .array(z.strictObject({ ...entryAt, type: storableText().max(100) }))
            .max(50)
            .optional(),
        }),
      )
      .output(entryOutput)
      .mutation(({ ctx, input }) => publishEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    unpublish: procedure("entries.publish")
      .input(z.strictObject({ id: uuid() }))
      .output(entryOutput)
      .mutation(({ ctx, input }) => unpublishEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    delete: procedure(permissionFor("delete"))
      .input(z.strictObject(entryAt))
      .output(z.void())
      .mutation(({ ctx, input }) => deleteEntry(ctx.deps, ctx.actor, { ...input, ...of })),

    check: procedure("entries.read")
      .input(z.strictObject({ fields: z.record(z.string(), z.unknown()) }))
      .output(z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }))
      .mutation(({ input }) => ({ issues: checkChanges(fields, input.fields) })),

    ...revisionProcedures(type),
    ...workflowProcedures(type),
    ...bulkProcedures(type),
    ...planProcedures(type),
    ...previewProcedures(type),
    ...referrerProcedures(type),
    ...scheduleProcedures(type),
  });
}
