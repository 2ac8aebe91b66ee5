import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Storage } from "@letterpress/api/deps";
import { syncFolder } from "./sync-folder.ts";

/** Keeps files in a folder. A file is complete and on the disk before it has its name, and its name before it is told. */
export function diskStorage(folder: string): Storage {
  // Keys are the domain's, so one that leads out is a bug or a forged backup.
  const pathOf = (key: string) => {
    const path = join(folder, key);
    if (!path.startsWith(join(folder, sep)))
      throw new Error(`The key ${JSON.stringify(key)} is of no file here.`);
    return path;
  };
  return {
    async write(key, bytes) {
      const path = pathOf(key);
      const made = await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.${randomUUID()}`;
      try {
        await writeSynced(unfinished, bytes);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
      if (made !== undefined) await syncFolder(dirname(made));
    },
    async read(key) {
      const path = pathOf(key);
      const file = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
      // Opened when the first byte is asked for: nothing is left open by whoever asks for none.
      return file ? { size: file.size, bytes: readLater(path) } : null;
    },
    async removeAll(prefix) {
      await rm(pathOf(prefix), { recursive: true, force: true });
    },
  };
}

async function* readLater(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path);
}

async function writeSynced(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
