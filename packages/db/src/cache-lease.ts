import type { Db } from "./create-db.ts";
import type { SignalQuery } from "./signals.ts";

/** Milliseconds that a process may answer from its cache after it was sure last that nothing in it is out of date. */
export const leaseLength = 2_000;

/**
 * Says how far a process has read the events. Where that is precisely as far as there are any, its lease is extended by
 * {@link leaseLength} from the beginning of the statement: a process that lacks an event cannot have a lease that ends
 * later than that after the event's commit. Tells whether it was extended. Throws when the connection is lost.
 */
export async function renewLease(
  query: SignalQuery,
  { nodeId, seen }: { nodeId: string; seen: bigint },
): Promise<boolean> {
  const [row] = await query<{ isExtended: boolean }>(
    `INSERT INTO cache_node (id, seen_event_id, lease_until)
     SELECT $1::uuid, $2::bigint, statement_timestamp() + CASE WHEN $2::bigint = latest.id
       THEN make_interval(secs => $3) ELSE interval '0' END
     FROM (SELECT coalesce(max(id), 0) AS id FROM event) latest
     ON CONFLICT (id) DO UPDATE SET seen_event_id = excluded.seen_event_id,
       lease_until = greatest(cache_node.lease_until, excluded.lease_until)
     RETURNING $2::bigint = (SELECT coalesce(max(id), 0) FROM event) AS "isExtended"`,
    [nodeId, String(seen), leaseLength / 1_000],
  );
  return row?.isExtended ?? false;
}

/** Says that a process answers from no cache any more, and forgets those that died without saying so. */
export async function endLease(db: Db, nodeId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM cache_node WHERE id = ${nodeId}::uuid OR lease_until < clock_timestamp() - interval '1 hour'`;
}

/** Whether a process may still answer with what an event has changed. */
export async function isAwaited(db: Db, eventId: bigint): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isAwaited: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM cache_node WHERE seen_event_id < ${eventId} AND lease_until > clock_timestamp()
    ) AS "isAwaited"`;
  return row?.isAwaited ?? true;
}
