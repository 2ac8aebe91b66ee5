import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ImportSource } from "@letterpress/api/import-letterpress/import-source";

/** A folder that an import reads. */
export function importFolder(folder: string): ImportSource {
  return {
    async list(path) {
      const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return [];
          throw error;
        },
      );
      return entries
        .flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/`] : entry.isFile() ? [entry.name] : []))
        .sort();
    },
    async *read(path) {
      yield* createReadStream(join(folder, path));
    },
  };
}
