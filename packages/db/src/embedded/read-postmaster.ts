import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** What postmaster.pid, the lock file of a cluster, says. */
export interface Postmaster {
  pid: number;
  port: number;
  /** False when the file was left by a killed server; another process may have its id by now. */
  running: boolean;
}

/** Which server runs the cluster, or did so last; undefined when the last one ended in peace. */
export async function readPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const file = join(clusterDir, "postmaster.pid");
  const content = await readFile(file, "utf8").catch(() => undefined);
  if (content === undefined) return undefined;
  const lines = content.split("\n");
  const pid = Number(lines[0]);
  return { pid, port: Number(lines[3]), running: await runsCluster(pid, clusterDir) };
}

/** Whether the process is the PostgreSQL of this very cluster. A zombie is not: it has no command line. */
export async function runsCluster(pid: number, clusterDir: string): Promise<boolean> {
  if (!(pid > 0)) return false;
  const command = process.platform === "linux" ? await linuxCommand(pid) : await psCommand(pid);
  return command.includes("postgres") && command.includes(` ${clusterDir} `);
}

async function linuxCommand(pid: number): Promise<string> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.replaceAll("\0", " ");
}

async function psCommand(pid: number): Promise<string> {
  const ps = promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
  return ps.then(
    ({ stdout }) => `${stdout.trim()} `,
    () => "",
  );
}
