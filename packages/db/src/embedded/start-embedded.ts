import { randomBytes } from "node:crypto";
import { choosePlace } from "./choose-place.ts";
import { ensureRunning } from "./ensure-running.ts";
import { initCluster, superuser } from "./init-cluster.ts";
import { createDatabase } from "./keeper.ts";
import { stopIfLast } from "./stop-if-last.ts";
import { supervise } from "./supervise.ts";

const database = "letterpress";

export interface EmbeddedPostgres {
  /** Of the database `letterpress`, as a user who may do everything. */
  url: string;
  /** The folder that holds the cluster: dataDir, or one in /var/lib/letterpress when root cannot use dataDir. */
  dir: string;
  /** Close your own connections first. Stops PostgreSQL unless another process still uses it. */
  stop(): Promise<void>;
}

export interface StartEmbeddedOptions {
  /** Made when it is missing. Processes that name the same folder share one PostgreSQL. */
  dataDir: string;
  /** Receives a line when there is something an operator should know. */
  log?: (line: string) => void;
  /** False for tests: faster, and a crash of the machine may destroy the data. */
  durable?: boolean;
}

/**
 * Starts the PostgreSQL that comes with the dependencies, or joins it when another process has started it. It
 * listens on 127.0.0.1 only. When it dies while we use it, it is started again on the same port.
 *
 * It is no child that dies with us: after a kill of this process it runs on, and the next start joins it.
 */
export async function startEmbedded({
  dataDir,
  log = () => undefined,
  durable = true,
}: StartEmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await choosePlace(dataDir, log);
  const password = await initCluster(place, durable);
  const start = (port?: number) => ensureRunning(place, password, durable, port);
  const running = await start();
  await createDatabase(running.keeper, database);
  const supervisor = supervise(place, running, start, log);

  // Tells our own connections from those of others who share the cluster.
  const ourName = `letterpress-${randomBytes(4).toString("hex")}`;
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    const keeper = await supervisor.release();
    if (keeper !== undefined) await stopIfLast(place, keeper, ourName);
  };
  return {
    url: `postgresql://${superuser}:${password}@127.0.0.1:${running.port}/${database}?application_name=${ourName}`,
    dir: place.dir,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
