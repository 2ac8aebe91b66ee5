import type { DbOrTx } from "./create-db.ts";

/** How many entries of a content type wait for somebody. */
export interface WaitingRow {
  type: string;
  inReview: number;
  assigned: number;
}

/**
 * Entries in review, where `reviews` says that they are for this user too, and those that the user is to work on:
 * archived ones and those that readers see as they are wait for nobody. Types without any are left out.
 */
export function countWaiting(
  db: DbOrTx,
  { userId, reviews }: { userId: string; reviews: boolean },
): Promise<WaitingRow[]> {
  return db.$queryRaw<WaitingRow[]>`
    WITH waiting AS (
      SELECT type, true AS to_review FROM entry
      WHERE ${reviews}::boolean AND stage = 'inReview' AND scheduled_for IS NULL AND deleted_at IS NULL
      UNION ALL
      SELECT type, false FROM entry
      WHERE assignee_id = ${userId}::uuid AND deleted_at IS NULL AND stage <> 'archived'
        AND (stage <> 'draft' OR published_version IS DISTINCT FROM version)
    )
    SELECT type, count(*) FILTER (WHERE to_review)::int AS "inReview",
      count(*) FILTER (WHERE NOT to_review)::int AS assigned
    FROM waiting GROUP BY type ORDER BY type`;
}
