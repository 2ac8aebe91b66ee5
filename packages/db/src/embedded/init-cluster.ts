import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { access, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { DatabaseUnusable } from "../database-unusable.ts";
import type { Place } from "./choose-place.ts";
import { serverEnv } from "./server-env.ts";

export const superuser = "letterpress";

const passwordFile = "letterpress.password";

/**
 * Makes the cluster if there is none, and returns its superuser's password.
 *
 * It is made in a folder beside it and renamed when it is whole, so that neither a kill half-way nor another
 * starter at the same time can leave a broken one.
 */
export async function initCluster(place: Place, durable: boolean): Promise<string> {
  const { clusterDir } = place;
  if (!(await exists(clusterDir))) {
    await removeAbandoned(place.dir);
    await makeCluster(place, durable);
  }
  try {
    return await readFile(join(clusterDir, passwordFile), "utf8");
  } catch (cause) {
    throw new DatabaseUnusable(
      `The embedded PostgreSQL's password cannot be read from ${clusterDir}: start as the user who made it, or set ` +
        "DATABASE_URL to another PostgreSQL.",
      { cause },
    );
  }
}

async function makeCluster(place: Place, durable: boolean): Promise<void> {
  const draft = join(place.dir, `cluster.new-${process.pid}-${randomBytes(4).toString("hex")}`);
  const draftPassword = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(draftPassword, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (place.account !== undefined) {
      for (const path of [draft, draftPassword]) await chown(path, place.account.uid, place.account.gid);
    }
    await runInitdb(place, draft, draftPassword, durable);
    await rename(draftPassword, join(draft, passwordFile));
    await rename(draft, place.clusterDir);
  } catch (error) {
    // Renaming fails when another starter was first: then there is a cluster, and it is as good as ours.
    if (!(await exists(place.clusterDir))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(draftPassword, { force: true });
  }
}

async function runInitdb(place: Place, dir: string, password: string, durable: boolean): Promise<void> {
  const args = [
    `--pgdata=${dir}`,
    `--username=${superuser}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const child = spawn(join(place.programsDir, "bin", "initdb"), args, {
    ...place.account,
    cwd: "/",
    env: serverEnv,
    // Not in our process group: a Ctrl-C is for us to handle.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [failure, output] = await Promise.all([
    once(child, "exit").then(([code]) => (code === 0 ? undefined : `exit code ${code}`), String),
    text(child.stderr),
  ]);
  if (failure === undefined) return;
  throw new DatabaseUnusable(
    `The embedded PostgreSQL could not make its database in ${place.dir} (${failure}). ${output.trim()}\n` +
      "If that cannot be mended here, set DATABASE_URL to another PostgreSQL of version 15 or later.",
  );
}

// Left by starters that were killed. A process id may have been given to somebody else since; hence the age.
async function removeAbandoned(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = /^cluster\.new-(\d+)-/.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(dir, name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0);
    if (alive(Number(pid)) && age < 10 * 60_000) continue;
    // Fails while an initdb that outlived its starter still writes there; the next start will do it.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
