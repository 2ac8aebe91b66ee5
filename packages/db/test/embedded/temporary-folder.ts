import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readPostmaster, runsCluster } from "../../src/embedded/read-postmaster.ts";

/**
 * An empty folder that PostgreSQL's own user can enter when root runs the tests. At the end it is deleted, and a
 * PostgreSQL that a failed test left in it is stopped.
 */
export async function temporaryFolder(): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "letterpress-embedded-"));
  await chmod(path, 0o755);
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      const cluster = join(path, "cluster");
      const postmaster = await readPostmaster(cluster);
      if (postmaster?.running) {
        process.kill(postmaster.pid, "SIGQUIT");
        while (await runsCluster(postmaster.pid, cluster)) await delay(20);
      }
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
