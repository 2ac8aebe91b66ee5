import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { freePort, postmasterOf, type RunningServer, startServer } from "./running-server.ts";

/** A data folder for each test of a file, and the servers that are started in it, which end with the test. */
export function useServers() {
  let dataDir = "";
  const servers: RunningServer[] = [];
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "letterpress-start-"));
    // As root PostgreSQL runs as another user, who must be able to enter.
    await chmod(dataDir, 0o755);
  });
  afterEach(async () => {
    for (const { child, ended } of servers.splice(0)) {
      child.kill("SIGTERM");
      await ended;
    }
    // What a failed test has left.
    await postmasterOf(cluster()).then(
      (pid) => process.kill(pid, "SIGQUIT"),
      () => undefined,
    );
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const cluster = (folder = dataDir) => join(folder, "postgres/cluster");
  const settings = async (more: Record<string, string> = {}) => ({
    PORT: await freePort(),
    HOST: "127.0.0.1",
    LETTERPRESS_DATA: dataDir,
    ...more,
  });
  return {
    folder: () => dataDir,
    cluster,
    settings,
    async start(more: Record<string, string> = {}, script?: string) {
      const server = await startServer(await settings(more), script);
      servers.push(server);
      return server;
    },
    /** Ends with the test, like those that `start` has started. */
    keep: (server: RunningServer) => servers.push(server),
  };
}
