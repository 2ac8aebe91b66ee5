import { Prisma } from "./generated/client.ts";
import type { Tx } from "./with-tx.ts";

/** Days that an entry stays in the bin. */
export const daysInBin = 30;

/**
 * Puts an entry into the bin, by the clock of the database: nothing of it is scheduled any more, and nobody is present
 * at it. The caller has locked it, and taken its page away.
 */
export async function moveToBin(tx: Tx, entryId: string, byId: string | null): Promise<void> {
  await tx.$executeRaw`
    WITH left_alone AS (DELETE FROM presence WHERE id IN (
      SELECT id FROM presence WHERE entry_id = ${entryId}::uuid ORDER BY id FOR UPDATE))
    UPDATE entry SET deleted_at = now(), deleted_by_id = ${byId}::uuid,
      scheduled_for = NULL, scheduled_version = NULL, scheduled_by_id = NULL, schedule_failure = NULL
    WHERE id = ${entryId}::uuid`;
}

/** Takes an entry out of all releases that are not published yet, and tells which these are. */
export async function leaveReleases(tx: Tx, entryId: string): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    DELETE FROM release_item i USING release r
    WHERE r.id = i.release_id AND i.entry_id = ${entryId}::uuid AND r.published_at IS NULL
    RETURNING r.id, r.name`;
}

/** An entry that has been in the bin for too long. */
export interface ExpiredEntry {
  id: string;
  type: string;
  slug: string;
  title: string;
  version: number;
  createdById: string | null;
}

/** Deletes entries for good that have been in the bin for {@link daysInBin}: `limit` at most. Others' work is left alone. */
export async function deleteExpired(tx: Tx, limit: number): Promise<ExpiredEntry[]> {
  const expired = Prisma.sql`deleted_at < now() - make_interval(days => ${daysInBin}::int)`;
  return tx.$queryRaw<ExpiredEntry[]>`
    DELETE FROM entry WHERE id = ANY(ARRAY(
      SELECT id FROM entry WHERE ${expired} ORDER BY deleted_at LIMIT ${limit} FOR UPDATE SKIP LOCKED))
    RETURNING id, type, slug, title, version, created_by_id AS "createdById"`;
}
