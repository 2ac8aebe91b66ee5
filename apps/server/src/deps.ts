import { join } from "node:path";
import type { Deps } from "@letterpress/api/deps";
import { contentModel } from "@letterpress/content/content-model";
import { publication } from "@letterpress/content/publication";
import type { Db } from "@letterpress/db/create-db";
import { attemptLimiter } from "./adapters/attempt-limiter.ts";
import { sharpImages } from "./adapters/image-sharp.ts";
import { diskStorage } from "./adapters/storage-disk.ts";

/** Where uploaded files are. */
export function mediaFolder(dataDir: string): string {
  return join(dataDir, "media");
}

/** Wires the domain to this machine. */
export function createDeps(db: Db, dataDir: string): Deps {
  return {
    db,
    model: contentModel,
    publication,
    storage: diskStorage(mediaFolder(dataDir)),
    images: sharpImages,
    signInAttempts: attemptLimiter(),
    clock: () => new Date(),
  };
}
