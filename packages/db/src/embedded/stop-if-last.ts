import { setTimeout as delay } from "node:timers/promises";
import { DatabaseUnusable } from "../database-unusable.ts";
import type { Place } from "./choose-place.ts";
import { type Keeper, keeperLock, keeperName } from "./keeper.ts";
import { readPostmaster, runsCluster } from "./read-postmaster.ts";

/**
 * Stops the cluster unless somebody else uses it: another process with a keeper, or any connection that does not
 * go by `ourName`. Ends the keeper's connection either way.
 */
export async function stopIfLast(place: Place, keeper: Keeper, ourName: string): Promise<void> {
  keeper.ref();
  try {
    // Fails when the connection breaks: then another one who was leaving, too, has stopped the cluster meanwhile.
    const alone = await takeAlone(keeper, ourName).catch(() => false);
    if (alone) await shutDown(place);
  } finally {
    await keeper.end().catch(() => undefined);
  }
}

// Holding the lock alone means that nobody can come in either, until this connection ends. Asked for a second and a half:
// a client that has just gone is still seen for a moment, and for longer where the machine is busy.
async function takeAlone(keeper: Keeper, ourName: string): Promise<boolean> {
  await keeper.query("SELECT pg_advisory_unlock_shared($1)", [keeperLock]);
  const deadline = Date.now() + 1_500;
  do {
    const { rows } = await keeper.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [
      keeperLock,
    ]);
    if (rows[0]?.alone) {
      const others = await keeper.query(
        "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name NOT IN ($1, $2)",
        [ourName, keeperName],
      );
      if (others.rowCount === 0) return true;
      await keeper.query("SELECT pg_advisory_unlock($1)", [keeperLock]);
    }
    await delay(25);
  } while (Date.now() < deadline);
  return false;
}

async function shutDown({ clusterDir, dir }: Place): Promise<void> {
  const postmaster = await readPostmaster(clusterDir);
  if (!postmaster?.running) return;
  // SIGINT: disconnect everybody and write a checkpoint. SIGQUIT: leave at once; the next start recovers.
  for (const [signal, patienceMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    process.kill(postmaster.pid, signal);
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (!(await runsCluster(postmaster.pid, clusterDir))) return;
      await delay(20);
    }
  }
  throw new DatabaseUnusable(`The embedded PostgreSQL in ${dir} (process ${postmaster.pid}) does not stop.`);
}
