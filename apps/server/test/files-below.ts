import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every file of a folder with its bytes, in base64, by its path. */
export async function filesBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (path) => {
    const bytes = await readFile(path);
    return [path.slice(folder.length + 1), bytes.toString("base64")] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
