import { access, chmod, cp, lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./locate-binaries.ts";

/** Copies PostgreSQL's programs (60 MB) to a folder in `parent` that everybody can read; once per version. */
export async function copyBinaries(
  { dir, version }: Binaries,
  parent: string,
  log: (line: string) => void,
): Promise<string> {
  const target = join(parent, `postgresql-${version}`);
  if (await exists(target)) return target;
  log(
    `PostgreSQL does not run as root, and its user cannot read ${dir}: its programs are copied to ${target}.`,
  );
  await mkdir(parent, { recursive: true });
  await chmod(parent, 0o755);
  const draft = `${target}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await cp(dir, draft, { recursive: true, verbatimSymlinks: true });
  await makeReadable(draft);
  try {
    await rename(draft, target);
  } catch (error) {
    // Another starter was first.
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function makeReadable(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  for (const file of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, file.name);
    if (file.isDirectory()) await makeReadable(path);
    else if (file.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
