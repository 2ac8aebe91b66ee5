import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DatabaseUnusable } from "../database-unusable.ts";
import type { Place } from "./choose-place.ts";
import { connectKeeper, type Keeper } from "./keeper.ts";
import { type Postmaster, readPostmaster } from "./read-postmaster.ts";
import { freePort, lastLogLines, spawnPostgres } from "./spawn-postgres.ts";

// A server that says it is recovering, however long, is waited for beyond this.
const patienceMs = 60_000;

export interface Running {
  keeper: Keeper;
  port: number;
}

/**
 * Connects to the cluster's PostgreSQL, and starts it if nobody has. Any number of processes may do so at once:
 * PostgreSQL itself lets only one server have the cluster, and the others connect to that.
 *
 * A server started here listens on `port`; when that is left out, on any free one. Throws after a minute.
 */
export async function ensureRunning(
  place: Place,
  password: string,
  durable: boolean,
  port?: number,
): Promise<Running> {
  const starter = createStarter(place, durable, port);
  let deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(place.clusterDir);
    if (postmaster?.running) {
      const keeper = await connectKeeper(postmaster.port, place.clusterDir, password);
      if (typeof keeper !== "string") return { keeper, port: postmaster.port };
      if (keeper === "wait") deadline = Date.now() + patienceMs;
    } else {
      await starter(postmaster);
    }
    await delay(20);
  }
  throw new DatabaseUnusable(
    `The embedded PostgreSQL in ${place.dir} did not answer within ${patienceMs / 1000} seconds. The end of ` +
      `${place.logFile}:\n${await lastLogLines(place)}`,
  );
}

// Starts the server unless one that it started is still on its way. One may end at once, because it met another
// starter's, or backends that outlive their killed server for a moment; so it is tried again, twice a second.
function createStarter(place: Place, durable: boolean, fixedPort: number | undefined) {
  let busy = false;
  let notBefore = 0;
  let attempts = 0;
  return async (last: Postmaster | undefined): Promise<void> => {
    if (busy || Date.now() < notBefore) return;
    busy = true;
    notBefore = Date.now() + 500;
    attempts += 1;
    await removeEmptyLock(place.clusterDir);
    // The port of a killed server, because others who shared it may be about to start it again there.
    const likelyPort = attempts === 1 ? last?.port : undefined;
    const port = fixedPort ?? (likelyPort || (await freePort()));
    const { ended } = await spawnPostgres(place, port, durable, last?.pid);
    void ended.then(() => {
      busy = false;
    });
  };
}

// Left by a server that was killed while it made the file. PostgreSQL would not start until somebody removes it.
async function removeEmptyLock(clusterDir: string): Promise<void> {
  const file = join(clusterDir, "postmaster.pid");
  const found = await stat(file).catch(() => undefined);
  if (found?.size === 0 && Date.now() - found.mtimeMs > 2_000) await rm(file, { force: true });
}
