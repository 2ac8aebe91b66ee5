import { join } from "node:path";
import type { Deps } from "@letterpress/api/deps";
import { attemptLimiter } from "./adapters/attempt-limiter.ts";
import { sharpImages } from "./adapters/image-sharp.ts";
import { diskStorage } from "./adapters/storage-disk.ts";
import { ownContent } from "./own-content.ts";

/** Where uploaded files are. */
export function mediaFolder(dataDir: string): string {
  return join(dataDir, "media");
}

/** Wires the domain to this machine. */
export function createDeps(
  { db, reads }: Pick<Deps, "db" | "reads">,
  dataDir: string,
  { model, publication }: Pick<Deps, "model" | "publication"> = ownContent,
): Deps {
  return {
    db,
    reads,
    model,
    publication,
    storage: diskStorage(mediaFolder(dataDir)),
    images: sharpImages,
    signInAttempts: attemptLimiter(),
    clock: () => new Date(),
  };
}
