import type { DbOrTx } from "./create-db.ts";
import type { EntryStage } from "./generated/enums.ts";

/** What happens at a moment: to an entry, or to a release. */
export interface CalendarRow {
  kind: "scheduled" | "published" | "release";
  at: Date;
  id: string;
  /** The name of a release. */
  title: string;
  failure: unknown;
  /** It should have happened more than some seconds ago, by the database's clock, and has not failed. */
  isLate: boolean;
  /** Of an entry; null for releases. */
  type: string | null;
  stage: EntryStage;
  version: number;
  publishedVersion: number | null;
  firstPublishedAt: Date | null;
  scheduledFor: Date | null;
}

interface CalendarRange {
  from: Date;
  /** Not included. */
  to: Date;
  /** Only what has failed, or should have happened more than some seconds ago. */
  onlyTroubled: boolean;
  /** Only entries that this user has made or is to work on. */
  visibleTo: string | null;
  withReleases: boolean;
  limit: number;
}

/** Everything that was published or is to be in a stretch of time, the earliest first, in one statement. */
export function readCalendar(
  db: DbOrTx,
  { from, to, onlyTroubled, visibleTo, withReleases, limit }: CalendarRange,
): Promise<CalendarRow[]> {
  return db.$queryRaw<CalendarRow[]>`
    WITH visible AS NOT MATERIALIZED (
      SELECT * FROM entry WHERE deleted_at IS NULL
        AND (${visibleTo}::uuid IS NULL OR ${visibleTo}::uuid IN (created_by_id, assignee_id))
    )
    SELECT 'scheduled' AS kind, scheduled_for AS at, id, title, schedule_failure AS failure,
      schedule_failure IS NULL AND scheduled_for < statement_timestamp() - interval '5 seconds' AS "isLate",
      type, stage::text, version, published_version AS "publishedVersion",
      first_published_at AS "firstPublishedAt", scheduled_for AS "scheduledFor"
    FROM visible WHERE scheduled_for >= ${from} AND scheduled_for < ${to}
      AND (NOT ${onlyTroubled}::boolean OR schedule_failure IS NOT NULL
        OR scheduled_for < statement_timestamp() - interval '5 seconds')
    UNION ALL
    SELECT 'published', first_published_at, id, title, NULL, false,
      type, stage::text, version, published_version, first_published_at, scheduled_for
    FROM visible WHERE NOT ${onlyTroubled}::boolean
      AND published_version IS NOT NULL AND first_published_at >= ${from} AND first_published_at < ${to}
    UNION ALL
    SELECT 'release', coalesce(published_at, scheduled_for), id, name, schedule_failure,
      published_at IS NULL AND schedule_failure IS NULL
        AND scheduled_for < statement_timestamp() - interval '5 seconds',
      NULL, NULL, NULL, NULL, NULL, NULL
    FROM release
    WHERE ${withReleases}::boolean
      AND ((published_at >= ${from} AND published_at < ${to})
        OR (published_at IS NULL AND scheduled_for >= ${from} AND scheduled_for < ${to}))
      AND (NOT ${onlyTroubled}::boolean OR (published_at IS NULL AND (schedule_failure IS NOT NULL
        OR scheduled_for < statement_timestamp() - interval '5 seconds')))
    ORDER BY 2, 3, 1 LIMIT ${limit}`;
}
