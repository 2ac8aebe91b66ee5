import type { Db } from "./create-db.ts";

/** What PostgreSQL tells listeners when somebody has come to an entry or left it: the entry's id. */
export const presenceChannel = "letterpress_presence";

/** Somebody at an entry: one of their open streams. */
export interface PresenceRow {
  /** Of the stream. */
  id: string;
  entryId: string;
  userId: string;
}

/** One person, however many streams they have. */
export interface PresentPerson {
  userId: string;
  name: string;
}

/** Says that these streams are still open; rows that somebody has removed are written again. */
export async function refreshPresence(db: Db, rows: PresenceRow[]): Promise<void> {
  // In two statements, and past what is locked: whoever puts an entry into the bin holds it and waits for its rows, and
  // writing rows waits for their entries.
  await db.$executeRaw`
    UPDATE presence SET seen_at = clock_timestamp() WHERE id IN (
      SELECT id FROM presence WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[]) FOR UPDATE SKIP LOCKED
    )`;
  await writePresence(db, rows);
}

/** Says that these streams are open from this moment on; those that are known to be stay as they are. */
export async function writePresence(db: Db, rows: PresenceRow[]): Promise<void> {
  await db.$queryRaw`
    WITH written AS (
      INSERT INTO presence (id, entry_id, user_id, seen_at)
      SELECT p.id, p."entryId", p."userId", clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p(id uuid, "entryId" uuid, "userId" uuid)
      WHERE EXISTS (SELECT FROM entry e WHERE e.id = p."entryId" AND e.deleted_at IS NULL)
      ORDER BY p.id
      ON CONFLICT (id) DO NOTHING
      RETURNING entry_id
    )
    SELECT pg_notify(${presenceChannel}, entry_id::text)::text FROM (SELECT DISTINCT entry_id FROM written) come`;
}

/** Says that these streams have ended. */
export async function removePresence(db: Db, ids: string[]): Promise<void> {
  await db.$queryRaw`
    WITH removed AS (
      DELETE FROM presence WHERE id IN (
        SELECT id FROM presence WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE
      ) RETURNING entry_id
    )
    SELECT pg_notify(${presenceChannel}, entry_id::text)::text FROM (SELECT DISTINCT entry_id FROM removed) gone`;
}

/** Removes what servers that are gone have left. */
export async function removeStalePresence(db: Db): Promise<void> {
  // Skipping what is locked: another node removes it, or says that its stream lives.
  await db.$queryRaw`
    WITH removed AS (
      DELETE FROM presence WHERE id IN (
        SELECT id FROM presence WHERE seen_at < clock_timestamp() - interval '30 seconds' FOR UPDATE SKIP LOCKED
      ) RETURNING entry_id
    )
    SELECT pg_notify(${presenceChannel}, entry_id::text)::text FROM (SELECT DISTINCT entry_id FROM removed) gone`;
}

/** Who is at an entry, by name. */
export async function readPresent(db: Db, entryId: string): Promise<PresentPerson[]> {
  return db.$queryRaw<PresentPerson[]>`
    SELECT DISTINCT u.id AS "userId", u.name
    FROM presence p JOIN "user" u ON u.id = p.user_id
    WHERE p.entry_id = ${entryId}::uuid AND p.seen_at > clock_timestamp() - interval '30 seconds'
    ORDER BY u.name, u.id`;
}
