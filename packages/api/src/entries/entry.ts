import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentModel, ContentType, DraftFields } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { z } from "zod";
import { currentFields } from "../evolution/current-fields.ts";
import { requireType } from "../model/require-type.ts";

/** `draft`: readers do not see it. `published`: they see the draft as it is. `changed`: they see an older revision. */
export type EntryStatus = "draft" | "published" | "changed";

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
  createdAt: Date;
  updatedAt: Date;
  /** When it was first published; `null` if never. */
  publishedAt: Date | null;
  /** Its address on the reader site; `null` where the type has no pages. */
  path: string | null;
}

/** An entry with its draft, as editors work on it. */
export interface Entry<T extends ContentType = ContentType> extends EntrySummary {
  fields: DraftFields<T>;
}

export const entrySummaryOutput = z.object({
  id: z.string(),
  type: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.number(),
  status: z.enum(["draft", "published", "changed"]),
  createdAt: z.date(),
  updatedAt: z.date(),
  publishedAt: z.date().nullable(),
  path: z.string().nullable(),
});

export const entryOutput = entrySummaryOutput.extend({ fields: z.record(z.string(), z.unknown()) });

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
} as const satisfies Prisma.EntrySelect;

export const entrySelect = {
  ...summarySelect,
  schemaVersion: true,
  fields: true,
} as const satisfies Prisma.EntrySelect;

type SummaryRow = Prisma.EntryGetPayload<{ select: typeof summarySelect }>;
export type EntryRow = Prisma.EntryGetPayload<{ select: typeof entrySelect }>;

export function toSummary(model: ContentModel, row: SummaryRow): EntrySummary {
  const { firstPublishedAt, publishedVersion, ...rest } = row;
  return {
    ...rest,
    status: publishedVersion === null ? "draft" : publishedVersion === row.version ? "published" : "changed",
    publishedAt: firstPublishedAt,
    path: entryPath(requireType(model, row.type), row.slug),
  };
}

/** The draft is in the form of its type's current version. Throws `UPGRADE_FAILED`. */
export function toEntry(model: ContentModel, row: EntryRow): Entry {
  const { fields, schemaVersion, ...summary } = row;
  const current = currentFields(requireType(model, row.type), { fields, schemaVersion });
  return { ...toSummary(model, summary), fields: { ...current, slug: row.slug } };
}
