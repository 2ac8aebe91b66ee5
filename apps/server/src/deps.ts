import { join } from "node:path";
import type { Deps } from "@letterpress/api/deps";
import { createEventFeed } from "@letterpress/api/events/event-feed";
import { createInvalidation } from "@letterpress/api/invalidation/invalidation";
import { createPresence } from "@letterpress/api/presence/presence";
import type { Signals } from "@letterpress/db/signals";
import { attemptLimiter } from "./adapters/attempt-limiter.ts";
import { sharpImages } from "./adapters/image-sharp.ts";
import { diskStorage } from "./adapters/storage-disk.ts";
import type { Env } from "./env.ts";
import { ownContent } from "./own-content.ts";

/** Where uploaded files are. */
export function mediaFolder(dataDir: string): string {
  return join(dataDir, "media");
}

/** Wires the domain to this machine. Nothing is opened before it is used. */
export function createDeps(
  { db, reads, signals }: Pick<Deps, "db" | "reads"> & { signals: Signals },
  { dataDir, publicUrl }: Pick<Env, "dataDir" | "publicUrl">,
  { model, publication }: Pick<Deps, "model" | "publication"> = ownContent,
): Deps {
  const events = createEventFeed({ db, signals });
  return {
    db,
    reads,
    events,
    invalidation: createInvalidation({ db, signals, events }),
    presence: createPresence({ db, signals }),
    model,
    publication,
    publicUrl,
    storage: diskStorage(mediaFolder(dataDir)),
    images: sharpImages,
    signInAttempts: attemptLimiter(),
    clock: () => new Date(),
  };
}
