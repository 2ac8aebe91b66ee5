import type { Db } from "@letterpress/db/create-db";
import type { Prisma } from "@letterpress/db/generated/client";
import type { EntryStage } from "@letterpress/db/generated/enums";

export const entryStatuses = [
  "draft",
  "inReview",
  "approved",
  "scheduled",
  "published",
  "changed",
  "unpublished",
  "archived",
] as const;

/**
 * Where an entry is on its way. `draft`: never published. `inReview`, `approved`: its draft is; an older revision may
 * be published. `scheduled`: a revision will be published by itself. `published`: readers see the draft as it is.
 * `changed`: they see an older revision. `unpublished`: they saw it once. `archived`: put away.
 */
export type EntryStatus = (typeof entryStatuses)[number];

interface StatusRow {
  stage: EntryStage;
  version: number;
  publishedVersion: number | null;
  firstPublishedAt: Date | null;
  scheduledFor: Date | null;
}

export function statusOf(row: StatusRow): EntryStatus {
  if (row.stage === "archived") return "archived";
  if (row.scheduledFor !== null) return "scheduled";
  if (row.stage !== "draft") return row.stage;
  if (row.publishedVersion !== null) return row.publishedVersion === row.version ? "published" : "changed";
  return row.firstPublishedAt === null ? "draft" : "unpublished";
}

/** The condition for entries of which {@link statusOf} says the same. */
export function hasStatus({ entry: { fields } }: Db, status: EntryStatus): Prisma.EntryWhereInput {
  if (status === "archived") return { stage: "archived" };
  if (status === "scheduled") return { stage: { not: "archived" }, scheduledFor: { not: null } };
  if (status === "inReview" || status === "approved") return { stage: status, scheduledFor: null };
  const idle = { stage: "draft", scheduledFor: null } as const;
  if (status === "published") return { ...idle, publishedVersion: { equals: fields.version } };
  if (status === "changed") return { ...idle, publishedVersion: { not: null, lt: fields.version } };
  return { ...idle, publishedVersion: null, firstPublishedAt: status === "draft" ? null : { not: null } };
}
