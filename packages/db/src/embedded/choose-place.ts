import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { constants } from "node:fs";
import { access, chmod, link, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseUnusable } from "../database-unusable.ts";
import { type Account, chooseAccount } from "./account.ts";
import { copyBinaries } from "./copy-binaries.ts";
import { locateBinaries } from "./locate-binaries.ts";

/** Where the embedded PostgreSQL of a data folder lies, and whom it runs as. */
export interface Place {
  /** PostgreSQL's programs: bin/, lib/ and share/. */
  programsDir: string;
  /** The folder that holds the cluster and the log: the data folder itself, or one in /var/lib/letterpress. */
  dir: string;
  /** PostgreSQL's own data directory. */
  clusterDir: string;
  logFile: string;
  /** undefined: ourselves. */
  account: Account | undefined;
}

const sharedDir = "/var/lib/letterpress";

/**
 * Decides where things lie. Only root has a choice to make: its PostgreSQL runs as another user, who may be unable
 * to enter the data folder or the dependencies (they lie below /root, say). Then the data, the programs or both go
 * to /var/lib/letterpress, and the file `postgres.location` in the data folder remembers where the data went.
 */
export async function choosePlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  const given = await makeFolder(dataDir);
  const binaries = await locateBinaries();
  const moved = await readFile(join(given, "postgres.location"), "utf8").catch(() => undefined);
  const home = moved?.trim() ?? given;

  const account = await chooseAccount(join(home, "cluster"));
  if (account === undefined) {
    if (moved !== undefined) {
      throw new DatabaseUnusable(
        `The database of ${given} was made by root, in ${home}. Start as root, or set DATABASE_URL.`,
      );
    }
    return placeIn(given, binaries.dir, undefined);
  }
  await refuseMissing(given, home);
  const dir = (await canEnter(account, home)) ? home : await moveAway(given, log);
  if (await canRun(account, binaries.dir)) return placeIn(dir, binaries.dir, account);
  const copy = await copyBinaries(binaries, sharedDir, log);
  if (await canRun(account, copy)) return placeIn(dir, copy, account);
  throw new DatabaseUnusable(
    `User ${account.uid} cannot run ${copy}/bin/postgres. Set DATABASE_URL to another PostgreSQL.`,
  );
}

async function makeFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (cause) {
    throw new DatabaseUnusable(
      `The folder ${path} for the embedded PostgreSQL cannot be used: ${(cause as Error).message}.`,
      { cause },
    );
  }
}

function placeIn(dir: string, programsDir: string, account: Account | undefined): Place {
  return { programsDir, dir, clusterDir: join(dir, "cluster"), logFile: join(dir, "postgres.log"), account };
}

// An empty database instead of the lost one would look like a site whose every page is gone.
async function refuseMissing(given: string, home: string): Promise<void> {
  if (given === home) return;
  const gone = await access(home).then(
    () => false,
    () => true,
  );
  if (!gone) return;
  throw new DatabaseUnusable(
    `The database of ${given} was kept in ${home}, which is gone. Put it back, or delete ` +
      `${join(given, "postgres.location")} to begin with an empty database.`,
  );
}

async function moveAway(given: string, log: (line: string) => void): Promise<string> {
  if (
    await access(join(given, "cluster")).then(
      () => true,
      () => false,
    )
  ) {
    throw new DatabaseUnusable(
      `The owner of ${given}/cluster can no longer enter ${given}. Allow that again (chmod o+x).`,
    );
  }
  const dir = join(sharedDir, randomBytes(6).toString("hex"));
  await mkdir(dir, { recursive: true });
  // In spite of a strict umask: the account must pass through both. The cluster itself is private.
  await chmod(sharedDir, 0o755);
  await chmod(dir, 0o755);
  const location = join(given, "postgres.location");
  const draft = `${location}.${process.pid}`;
  await writeFile(draft, `${dir}\n`);
  try {
    await link(draft, location); // Unlike rename, this fails when another starter was first.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await rm(dir, { recursive: true });
    return (await readFile(location, "utf8")).trim();
  } finally {
    await rm(draft, { force: true });
  }
  log(`PostgreSQL does not run as root, and its user cannot enter ${given}: the database is kept in ${dir}.`);
  return dir;
}

function canEnter(account: Account, dir: string): Promise<boolean> {
  return succeedsAs(account, 'test -x "$1"', dir);
}

function canRun(account: Account, programsDir: string): Promise<boolean> {
  return succeedsAs(
    account,
    '"$1/bin/postgres" --version && "$1/bin/initdb" --version && test -r "$1/share/postgresql/postgres.bki"',
    programsDir,
  );
}

// Really trying, as that user: file modes tell nothing about access lists, mounts and security modules.
async function succeedsAs(account: Account, script: string, argument: string): Promise<boolean> {
  const child = spawn("/bin/sh", ["-c", script, "sh", argument], { ...account, cwd: "/", stdio: "ignore" });
  const [code] = await once(child, "exit");
  return code === 0;
}
