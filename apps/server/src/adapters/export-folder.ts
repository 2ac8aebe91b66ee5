import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExportTarget } from "@letterpress/api/export/export-target";

/** The list of the files that an export has written, a path a line. Nothing that is not on it is ever removed. */
const manifestName = ".letterpress-export";
const unfinishedPrefix = ".letterpress-unfinished-";

/** A folder cannot take an export; the message says why, and what to do. */
export class ExportRefused extends Error {
  override readonly name = "ExportRefused";
}

export interface ExportFolder {
  target: ExportTarget;
  /** Puts the new files in the place of those of the earlier export. Throws {@link ExportRefused}, and changes nothing. */
  finish(): Promise<void>;
  /** Leaves the folder as it was. */
  discard(): Promise<void>;
}

/**
 * A folder that is new, empty, or holds an earlier export. What is written stays aside until all of it is there. Throws
 * {@link ExportRefused}.
 */
export async function openExportFolder(folder: string): Promise<ExportFolder> {
  const made = await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const left = names.filter((name) => name.startsWith(unfinishedPrefix));
  if (!names.includes(manifestName) && names.length > left.length)
    throw new ExportRefused(
      `${folder} holds files that no export has written: name an empty or a new folder.`,
    );
  for (const name of left) await rm(join(folder, name), { recursive: true });
  const before = await readManifest(folder);
  const aside = join(folder, `${unfinishedPrefix}${randomUUID().slice(0, 8)}`);
  const written = new Set<string>();
  await mkdir(aside);
  return {
    target: {
      async write(path, content) {
        if (written.has(path)) throw new Error(`Two files of an export have the name ${path}.`);
        written.add(path);
        await mkdir(dirname(join(aside, path)), { recursive: true });
        await writeFile(join(aside, path), content);
      },
    },
    async finish() {
      await refuseForeign(folder, written, before);
      const stale = before.difference(written);
      // Should the process be killed below, the next export knows all of them as its own.
      await writeManifest(folder, [...written, ...stale]);
      for (const path of written) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await rename(join(aside, path), join(folder, path));
      }
      for (const path of stale) await rm(join(folder, path), { force: true });
      await removeEmptyFolders(folder, stale);
      await writeManifest(folder, [...written]);
      await rm(aside, { recursive: true });
    },
    async discard() {
      await rm(aside, { recursive: true, force: true });
      if (made !== undefined) await rmdir(folder).catch(() => undefined);
    },
  };
}

async function refuseForeign(folder: string, written: Set<string>, before: Set<string>): Promise<void> {
  const foreign: string[] = [];
  for (const path of written.difference(before)) {
    const exists = await access(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (exists) foreign.push(path);
  }
  if (foreign.length === 0) return;
  const more = foreign.length > 10 ? ` and ${foreign.length - 10} more` : "";
  throw new ExportRefused(
    `Nothing was exported: no export has written ${foreign.slice(0, 10).join(", ")}${more} in ${folder}. Move what you need elsewhere, and delete it there.`,
  );
}

async function removeEmptyFolders(folder: string, stale: Set<string>): Promise<void> {
  const folders = new Set<string>();
  for (const path of stale)
    for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) folders.add(parent);
  // The deepest first. One that still holds something stays.
  for (const path of [...folders].sort((left, right) => right.length - left.length))
    await rmdir(join(folder, path)).catch(() => undefined);
}

async function readManifest(folder: string): Promise<Set<string>> {
  const text = await readFile(join(folder, manifestName), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const paths = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const outside = paths.find((path) => path.startsWith("/") || path.split(/[\\/]/).includes(".."));
  if (outside !== undefined)
    throw new ExportRefused(
      `${join(folder, manifestName)} names ${outside}, which no export writes: mend it.`,
    );
  return new Set(paths);
}

async function writeManifest(folder: string, paths: string[]): Promise<void> {
  const unfinished = join(folder, `${manifestName}.unfinished`);
  const note = "# Written by Letterpress: the files of this export. The next one replaces them.\n";
  await writeFile(unfinished, `${note}${paths.map((path) => `${path}\n`).join("")}`);
  await rename(unfinished, join(folder, manifestName));
}
