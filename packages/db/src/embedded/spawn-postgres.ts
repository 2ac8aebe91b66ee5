import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, stat, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Place } from "./choose-place.ts";
import { serverEnv } from "./server-env.ts";

const maxLogBytes = 2 * 1024 * 1024;

const settings = {
  listen_addresses: "127.0.0.1",
  // No socket file, which might be in a folder that cannot be written.
  unix_socket_directories: "",
  // For sixteen workers, and commands beside them.
  max_connections: "250",
  // Statements that fail are for the application to report; here they would only make the log grow.
  log_min_messages: "log",
  log_checkpoints: "off",
};

const nonDurableSettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts PostgreSQL on the port, and returns at once. `ended` resolves when the process is gone.
 *
 * `killedPid` is the process of a killed server that its lock file still names. PostgreSQL refuses to start while
 * there is any such process; told that it is an ancestor, it knows better and takes the lock over by itself.
 */
export async function spawnPostgres(
  place: Place,
  port: number,
  durable: boolean,
  killedPid: number | undefined,
): Promise<{ ended: Promise<unknown> }> {
  await keepLogSmall(place.logFile);
  const log = await open(place.logFile, "a");
  try {
    const all = { port: String(port), ...settings, ...(durable ? {} : nonDurableSettings) };
    const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(join(place.programsDir, "bin", "postgres"), ["-D", place.clusterDir, ...options], {
      ...place.account,
      cwd: "/",
      env: killedPid === undefined ? serverEnv : { ...serverEnv, PG_GRANDPARENT_PID: String(killedPid) },
      // Its own process group: the terminal's Ctrl-C must not stop it before we have finished our work with it.
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    child.unref();
    // Rejects when the program cannot be run at all, which is an end, too.
    return { ended: once(child, "exit").catch(() => undefined) };
  } finally {
    await log.close();
  }
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string")
    throw new Error("127.0.0.1 gave no port to listen on.");
  return address.port;
}

/** The last lines of PostgreSQL's log, for an error message. */
export async function lastLogLines(place: Place): Promise<string> {
  const content = await readFile(place.logFile, "utf8").catch(() => "");
  return content.trim().split("\n").slice(-8).join("\n");
}

async function keepLogSmall(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (file) => file.size,
    () => 0,
  );
  if (size > maxLogBytes) await truncate(logFile);
}
