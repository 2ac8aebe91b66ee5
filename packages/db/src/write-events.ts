import type { PendingEvent } from "./events.ts";
import type { Tx } from "./with-tx.ts";

/** What PostgreSQL tells listeners when events have been written. */
export const eventChannel = "letterpress_event";

/**
 * Writes what happened in a transaction, as the last statement before it commits. The lock is taken before ids are, and
 * held until the commit is through, so that ids are in the order of commits: whoever has read up to an id has missed
 * nothing below it. Nothing may follow in the transaction that could wait for somebody else. Gives the last id.
 */
export async function writeEvents(tx: Tx, events: PendingEvent[]): Promise<bigint> {
  if (events.length === 0) return 0n;
  const rows = JSON.stringify(events.map(toRow));
  const [last] = await tx.$queryRaw<{ id: bigint }[]>`
    WITH ordered AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended('events', 0)) AS lock),
    written AS (
      INSERT INTO event (name, actor, actor_id, owner_id, entry_id, asset_id, payload, created_at)
      SELECT e.name, e.actor, e."actorId", e."ownerId", e."entryId", e."assetId", e.payload, clock_timestamp()
      FROM ordered CROSS JOIN jsonb_to_recordset(${rows}::jsonb)
        AS e(name text, actor jsonb, "actorId" uuid, "ownerId" uuid, "entryId" uuid, "assetId" uuid, payload jsonb, place int)
      ORDER BY e.place
      RETURNING id
    )
    SELECT last.id, pg_notify(${eventChannel}, '')::text FROM (SELECT max(id) AS id FROM written) last`;
  return last?.id ?? 0n;
}

function toRow({ actor, event }: PendingEvent, place: number) {
  const { name, entryId, assetId, ownerId, ...payload } = {
    entryId: null,
    assetId: null,
    ownerId: null,
    ...event,
  };
  const actorId = "userId" in actor ? actor.userId : "keyId" in actor ? actor.keyId : null;
  return { place, name, actor, actorId, ownerId, entryId, assetId, payload };
}
