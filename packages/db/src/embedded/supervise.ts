import { setTimeout as delay } from "node:timers/promises";
import type { Place } from "./choose-place.ts";
import type { Running } from "./ensure-running.ts";
import type { Keeper } from "./keeper.ts";

// How long to wait before each start after a death; more deaths than these within a minute, and it stays dead.
const restartDelaysMs = [0, 200, 1_000, 3_000, 5_000];

/** Starts the cluster again, on the same port, whenever it dies. */
export interface Supervisor {
  /** Stops watching. Returns the connection to the cluster; undefined when it is dead and could not be revived. */
  release(): Promise<Keeper | undefined>;
}

export function supervise(
  place: Place,
  first: Running,
  start: (port: number) => Promise<Running>,
  log: (line: string) => void,
): Supervisor {
  let keeper: Keeper | undefined;
  let released = false;
  let revival: Promise<void> = Promise.resolve();
  let deaths: number[] = [];

  const watch = (watched: Keeper) => {
    keeper = watched;
    // It must not keep a process alive that has nothing else to do.
    watched.unref();
    watched.once("end", () => {
      keeper = undefined;
      if (!released) revival = revive();
    });
  };

  const revive = async () => {
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()];
    const delayMs = restartDelaysMs[deaths.length - 1];
    if (delayMs === undefined) {
      log(`The embedded PostgreSQL keeps dying and is not started again. Its log is ${place.logFile}.`);
      return;
    }
    log("The embedded PostgreSQL went away. Starting it again.");
    await delay(delayMs);
    if (released) return;
    try {
      const { keeper: revived, port } = await start(first.port);
      if (port !== first.port) log(`The embedded PostgreSQL is on port ${port} now: restart this process.`);
      watch(revived);
    } catch (error) {
      log((error as Error).message);
    }
  };

  watch(first.keeper);
  return {
    release: async () => {
      released = true;
      await revival;
      return keeper;
    },
  };
}
