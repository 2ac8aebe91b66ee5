import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../src/embedded/start-embedded.ts";

export interface TemporaryPostgres {
  /** Of a database that is empty, as a user who may create others. */
  url: string;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

const prefix = "letterpress-test-";

/** Starts a PostgreSQL that is thrown away afterwards. Clears up after processes that were killed before they could. */
export async function startTemporary(): Promise<TemporaryPostgres> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  // PostgreSQL's own user must be able to enter when we are root.
  await chmod(folder, 0o755);
  return startIn(folder);
}

async function startIn(folder: string): Promise<TemporaryPostgres> {
  const embedded = await startEmbedded({ dataDir: folder, durable: false });
  const stop = async () => {
    await embedded.stop();
    await rm(embedded.dir, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { url: embedded.url, stop };
}

// A PostgreSQL survives the process that was killed. Joining it is the way to stop it.
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    try {
      const abandoned = await startIn(folder);
      await abandoned.stop();
    } catch (error) {
      console.warn(`Left by an earlier run, and now deleted: ${folder}. ${(error as Error).message}`);
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
