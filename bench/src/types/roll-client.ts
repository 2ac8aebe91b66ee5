import { execFile } from "node:child_process";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../../..");

/** The rooms that the client's types are rolled from. */
const rooms = ["model", "content", "api", "client"];

/**
 * Rolls the client for another content model, with the settings that `/client.tgz` is rolled with, in a copy of the
 * rooms. Returns the folder that the code and types are in.
 */
export async function rollClient(folder: string, contentModel: string): Promise<string> {
  const packages = join(folder, "packages");
  await mkdir(packages, { recursive: true });
  for (const file of ["package.json", "tsconfig.base.json", "tsconfig.client.json"])
    await cp(join(root, file), join(folder, file));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await symlink(join(root, "packages/db"), join(packages, "db"));
  for (const room of rooms)
    await cp(join(root, "packages", room), join(packages, room), {
      recursive: true,
      // Links to packages lead from the copies to the copies.
      verbatimSymlinks: true,
      filter: (path) => !/[/\\](test|dist|example|\.[^/\\]*)$/.test(path),
    });
  await writeContent(packages, contentModel);
  const cwd = join(packages, "client");
  await promisify(execFile)(process.execPath, ["node_modules/tsdown/dist/run.mjs"], { cwd });
  return join(cwd, "dist");
}

async function writeContent(packages: string, contentModel: string): Promise<void> {
  const source = join(packages, "content/src");
  await rm(source, { recursive: true });
  await mkdir(source);
  await writeFile(join(source, "content-model.ts"), contentModel);
  await symlink("../../model/node_modules/zod", join(packages, "content/node_modules/zod"));
}
