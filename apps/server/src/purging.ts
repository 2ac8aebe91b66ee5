import type { PurgePort } from "@letterpress/api/cdn/purge-port";
import { startPurger } from "@letterpress/api/cdn/purger";
import type { Deps } from "@letterpress/api/deps";
import type { Signals } from "@letterpress/db/signals";
import type { FastifyBaseLogger } from "fastify";
import { cloudflarePurge } from "./adapters/purge-cloudflare.ts";
import { fastlyPurge } from "./adapters/purge-fastly.ts";
import type { CdnSetting } from "./env.ts";
import { buildId } from "./web/build-id.ts";

const ports = { fastly: fastlyPurge, cloudflare: cloudflarePurge };

/** Tells the CDN in front what readers are not to see any more. What is given ends it. */
export async function startPurging(
  cdn: CdnSetting,
  { deps, signals, log }: { deps: Deps; signals: Signals; log: FastifyBaseLogger },
): Promise<() => Promise<void>> {
  const port: PurgePort = ports[cdn.kind](cdn);
  return startPurger({
    db: deps.db,
    events: deps.events,
    signals,
    port,
    // Another service or zone knows nothing of what this one was told.
    build: `${cdn.id} ${await buildId(deps)}`,
    onFailure: (error, pause) =>
      log.error(
        { err: error },
        `the CDN could not be purged, and is tried again in ${Math.ceil(pause / 1_000)} s`,
      ),
    onRecovery: () => log.warn("the CDN is purged again, also of what it has missed"),
  });
}
