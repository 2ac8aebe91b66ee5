import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diskStorage } from "../../src/adapters/storage-disk.ts";

test.each(["../outside.txt", "0198/../../outside.txt", "", "."])(
  "storage writes, reads and removes nothing outside of its folder: %j",
  async (key) => {
    const folder = await mkdtemp(join(tmpdir(), "letterpress-storage-"));
    const storage = diskStorage(folder);
    await expect(storage.write(key, Buffer.from("x"))).rejects.toThrow("is of no file here");
    await expect(storage.read(key)).rejects.toThrow("is of no file here");
    await expect(storage.removeAll(key)).rejects.toThrow("is of no file here");
    await rm(folder, { recursive: true });
  },
);
