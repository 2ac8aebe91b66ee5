import type { PurgePort } from "@letterpress/api/cdn/purge-port";
import { type PurgeTiming, startPurger } from "@letterpress/api/cdn/purger";
import { createEventFeed } from "@letterpress/api/events/event-feed";
import { createSignals } from "@letterpress/db/signals";
import { cloudflarePurge } from "../../src/adapters/purge-cloudflare.ts";
import { fastlyPurge } from "../../src/adapters/purge-fastly.ts";
import type { TestApp } from "../test-app.ts";
import type { CdnApi } from "./cdn-api.ts";

interface NodeOptions {
  timing?: Partial<PurgeTiming>;
  build?: string;
  /** In place of what the port of the CDN says. */
  tagsAtOnce?: number;
  /** Milliseconds. */
  patience?: number;
}

const never = 3_600_000;

/** What purges, with a connection of its own that listens, as each node has one. */
export function purgingNode({ deps, databaseUrl }: TestApp, { setting }: CdnApi, options: NodeOptions = {}) {
  const { db } = deps;
  const signals = createSignals(databaseUrl);
  const make = { fastly: fastlyPurge, cloudflare: cloudflarePurge }[setting.kind];
  const own = make(setting, options.patience);
  const port: PurgePort = { ...own, tagsAtOnce: options.tagsAtOnce ?? own.tagsAtOnce };
  const failures: { error: unknown; pause: number }[] = [];
  let recoveries = 0;
  const stop = startPurger({
    db,
    signals,
    events: createEventFeed({ db, signals }),
    port,
    build: options.build ?? "one",
    onFailure: (error, pause) => void failures.push({ error, pause }),
    onRecovery: () => void recoveries++,
    timing: { again: never, firstPause: 5, longestPause: 20, ...options.timing },
  });
  return {
    failures,
    recoveries: () => recoveries,
    /** As a process that dies: it says nothing to anybody. */
    die: () => signals.close(),
    async [Symbol.asyncDispose]() {
      await stop();
      await signals.close();
    },
  };
}
