import type { SignalQuery } from "./signals.ts";

/**
 * Milliseconds of silence after which PostgreSQL ends the connection of the process that holds the lock. One that lives
 * says something every ten seconds; one that stands still must not keep others from its work.
 */
const endOfTheSilent = 30_000;

/**
 * Makes this process the one that tells the CDN what has changed, unless another one is. It is that for as long as its
 * listening connection lasts, so a process that dies is followed at once. Throws when the connection is lost.
 */
export async function takePurgeLock(query: SignalQuery): Promise<boolean> {
  const [row] = await query<{ isTaken: boolean }>(
    `SELECT set_config('idle_session_timeout', $1, false),
       pg_try_advisory_lock(hashtextextended('purge', 0)) AS "isTaken"`,
    [String(endOfTheSilent)],
  );
  return row?.isTaken ?? false;
}

/** Lets another process do it. */
export async function leavePurgeLock(query: SignalQuery): Promise<void> {
  await query("SELECT pg_advisory_unlock(hashtextextended('purge', 0))", []);
}
