import { readFile, stat } from "node:fs/promises";
import { DatabaseUnusable } from "../database-unusable.ts";

/** The user whom PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * Whom to run PostgreSQL as: undefined, that is ourselves, unless we are root, which PostgreSQL refuses. Then it is
 * the owner of the cluster, if there is one already, else the user `postgres` or `nobody`. Users are never created.
 */
export async function chooseAccount(clusterDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = await readFile("/etc/passwd", "utf8");
  for (const name of ["postgres", "nobody"]) {
    const found = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m").exec(users);
    if (found !== null) return { uid: Number(found[1]), gid: Number(found[2]) };
  }
  throw new DatabaseUnusable(
    "PostgreSQL refuses to run as root, and /etc/passwd has neither a user `postgres` nor `nobody` to run it as. " +
      "Start as another user, or set DATABASE_URL to a PostgreSQL of version 15 or later.",
  );
}
